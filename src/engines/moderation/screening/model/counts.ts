// How much each training text counts beside the others.
import { areaUnder } from './calibrate.ts';
import { crossLearn, type Learning } from './out-of-fold.ts';
import type { ReadText } from './rows.ts';
import type { Rows } from './solve.ts';
import { weightOfPhrase } from './taught/index.ts';

/** Where texts of ours come from. */
export const SENTENCES = 'sentences that name groups';
export const PHRASES = 'phrases of ours';
/** How much a sentence of ours counts beside one somebody wrote and somebody labelled. */
const OWN_WEIGHT = 0.5;
/** What a text of a file without anything to hold counts: files of abuse know little of plain talk. */
const HARMLESS_WEIGHT = 2;

/**
 * Where several files meet: one that holds mostly texts to be held counts its harmless ones as much as the others together, and a
 * file whose labels nothing in its texts explains (low AUC out of fold) counts little.
 */
export function weightsOf(members: readonly ReadText[], rows: Rows, options: Learning): Float32Array {
	const weights = new Float32Array(members.length).fill(1);
	const files = [...new Set(members.map(({ source }) => source.from))].filter((file) => file !== PHRASES);
	const single = files.filter((file) => file !== SENTENCES).length < 2;
	const trust = new Map<string, number>();
	for (const file of files) {
		const own = [...members.keys()].filter((i) => members[i]!.source.from === file);
		const held = own.filter((i) => members[i]!.source.label === 1).length;
		if (held === 0) {
			for (const i of own) weights[i] = file === SENTENCES ? OWN_WEIGHT : HARMLESS_WEIGHT;
			continue;
		}
		if (single) continue;
		const even = Math.min(1, (own.length - held) / held);
		for (const i of own) if (members[i]!.source.label === 1) weights[i] = Math.max(0.1, even);
		const { sums } = crossLearn(
			pick(rows, own),
			own.map((i) => members[i]!.fold),
			options,
		);
		const area = areaUnder(own.map((i, k) => ({ sum: sums[k]!, label: members[i]!.source.label, weight: 1 }))) ?? 0.5;
		trust.set(file, Math.max(0.02, 2 * area - 1) ** 2);
	}
	if (single) return weights;
	const most = Math.max(...trust.values());
	for (const [i, { source }] of members.entries()) weights[i]! *= (trust.get(source.from) ?? most) / most;
	return weights;
}

/** The same weights, with those of our phrases measured by what the other texts count. */
export function withPhrases(head: string, members: readonly ReadText[], weights: Float32Array): Float32Array {
	const isPhrase = (i: number) => members[i]!.source.from === PHRASES;
	const total = weights.reduce((sum, weight, i) => (isPhrase(i) ? sum : sum + weight), 0);
	return weights.map((weight, i) => (isPhrase(i) ? weightOfPhrase(head, total) : weight));
}

function pick(rows: Rows, picked: readonly number[]): Rows {
	const offsets = new Int32Array(picked.length + 1);
	for (const [k, row] of picked.entries()) offsets[k + 1] = offsets[k]! + rows.offsets[row + 1]! - rows.offsets[row]!;
	const buckets = new Int32Array(offsets.at(-1)!);
	const values = new Float32Array(offsets.at(-1)!);
	for (const [k, row] of picked.entries()) {
		buckets.set(rows.buckets.subarray(rows.offsets[row], rows.offsets[row + 1]), offsets[k]);
		values.set(rows.values.subarray(rows.offsets[row], rows.offsets[row + 1]), offsets[k]);
	}
	return {
		buckets,
		values,
		offsets,
		labels: Int8Array.from(picked, (row) => rows.labels[row]!),
		weights: new Float32Array(picked.length).fill(1),
	};
}
