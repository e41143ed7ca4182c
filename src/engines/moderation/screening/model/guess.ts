// Which pool of languages a text in Latin letters belongs to: a small linear model over the same features.
import { FEATURE_BITS, type Buckets } from './features.ts';
import type { Guesser } from './model.ts';
import { quantised } from './quantise.ts';
import { rowsOf } from './rows.ts';
import { solve } from './solve.ts';

const BITS = 14;
const MOST = 4000;

/** Learns from texts and their pools, one pool against the others; null when there is nothing to tell apart. */
export function learnGuesser(texts: readonly { text: string; pool: string }[], seed: number): Guesser | null {
	const pools = [...new Set(texts.map(({ pool }) => pool))].sort();
	if (pools.length < 2) return null;
	const counts = new Map<string, number>();
	const some = texts.filter(({ pool }) => {
		const before = counts.get(pool) ?? 0;
		counts.set(pool, before + 1);
		return before < MOST;
	});
	const rows = rowsOf(
		some.map(({ text }) => text),
		some.map(() => 0),
		some.map(() => 1),
		BITS,
	);
	const picked = Int32Array.from(some.keys());
	const all = new Float32Array(pools.length << BITS);
	const biases = pools.map((pool, k) => {
		const labels = Int8Array.from(some, (one) => (one.pool === pool ? 1 : 0));
		const { weights, bias } = solve({ ...rows, labels }, picked, { bits: BITS, cost: 1, rounds: 8, seed });
		all.set(weights.subarray(0, 1 << BITS), k << BITS);
		return bias;
	});
	return { pools, bits: BITS, biases, ...quantised(all) };
}

/** The most likely pool. */
export function guessPool(guesser: Guesser, found: Buckets): string {
	let best = '';
	let most = -Infinity;
	for (const [k, pool] of guesser.pools.entries()) {
		let sum = 0;
		const row = k << guesser.bits;
		for (let i = 0; i < found.count; i += 1)
			sum += guesser.weights[row + (found.list[i]! >>> (FEATURE_BITS - guesser.bits))]!;
		const value = guesser.biases[k]! + (guesser.step * sum) / Math.sqrt(found.count || 1);
		if (value <= most) continue;
		most = value;
		best = pool;
	}
	return best;
}
