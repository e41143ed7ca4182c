// The trainer's solver: a linear classifier by dual coordinate descent (Hsieh et al., ICML 2008, L2-regularised squared hinge loss).

import { seededRandom } from '#platform/random.ts';

/** Texts as rows of hashed features: buckets of row r at `buckets[offsets[r]]` to `buckets[offsets[r + 1] - 1]`, each with its value. */
export interface Rows {
	readonly buckets: Int32Array;
	readonly values: Float32Array;
	readonly offsets: Int32Array;
	readonly labels: Int8Array;
	/** How much each row counts. */
	readonly weights: Float32Array;
}

export interface Linear {
	/** By bucket, and behind them that of a listed word. */
	readonly weights: Float32Array;
	readonly bias: number;
}

/** Where a row says that a listed word stands in its text: behind the buckets of features. */
export const listedBucket = (bits: number): number => 1 << bits;

/** Weights for the rows named in `picked`; `cost` is C. Deterministic for one seed. */
export function solve(
	rows: Rows,
	picked: Int32Array,
	{ bits, cost, rounds, seed }: { bits: number; cost: number; rounds: number; seed: number },
): Linear {
	const weights = new Float32Array(listedBucket(bits) + 1);
	let bias = 0;
	const { buckets, values, offsets, labels } = rows;
	const alpha = new Float64Array(picked.length);
	const norm = new Float64Array(picked.length);
	for (const [k, row] of picked.entries()) {
		let sum = 1;
		for (let j = offsets[row]!; j < offsets[row + 1]!; j += 1) sum += values[j]! * values[j]!;
		norm[k] = sum + 1 / (2 * cost * rows.weights[row]!);
	}
	const order = Int32Array.from(picked.keys());
	const random = seededRandom(seed);
	for (let round = 0; round < rounds; round += 1) {
		for (let k = order.length - 1; k > 0; k -= 1) {
			const other = Math.floor(random() * (k + 1));
			const kept = order[k]!;
			order[k] = order[other]!;
			order[other] = kept;
		}
		let moved = 0;
		for (const k of order) {
			const row = picked[k]!;
			const sign = labels[row] === 1 ? 1 : -1;
			const from = offsets[row]!;
			const to = offsets[row + 1]!;
			let sum = bias;
			for (let j = from; j < to; j += 1) sum += weights[buckets[j]!]! * values[j]!;
			const slope = sign * sum - 1 + alpha[k]! / (2 * cost * rows.weights[row]!);
			const next = Math.max(0, alpha[k]! - slope / norm[k]!);
			const step = (next - alpha[k]!) * sign;
			if (step === 0) continue;
			moved = Math.max(moved, Math.abs(step) * norm[k]!);
			alpha[k] = next;
			bias += step;
			for (let j = from; j < to; j += 1) weights[buckets[j]!]! += step * values[j]!;
		}
		if (moved < 0.05) break;
	}
	return { weights, bias };
}
