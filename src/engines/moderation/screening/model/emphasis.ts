// How much each feature is believed before training: rare ones and those that lean to one side more (after NB-SVM, Wang & Manning, ACL 2012).
import { type Linear, listedBucket, type Rows, solve } from './solve.ts';

const EVEN = 0.5;
/** What all texts share still counts a little. */
const COMMONEST = 0.02;

/** Trains with emphasised features and gives back weights for features as they are. `rarity`: how far rare ones are preferred, 0 to 1. */
export function learn(
	rows: Rows,
	picked: Int32Array,
	options: Parameters<typeof solve>[2] & { rarity: number },
): Linear {
	const emphasis = emphasisOf(rows, picked, options);
	const values = new Float32Array(rows.values.length);
	for (const row of picked)
		for (let j = rows.offsets[row]!; j < rows.offsets[row + 1]!; j += 1)
			values[j] = rows.values[j]! * emphasis[rows.buckets[j]!]!;
	const { weights, bias } = solve({ ...rows, values }, picked, options);
	for (let b = 0; b < weights.length; b += 1) weights[b]! *= emphasis[b]!;
	return { weights, bias };
}

function emphasisOf(
	rows: Rows,
	picked: Int32Array,
	{ bits, rarity: power }: { bits: number; rarity: number },
): Float32Array {
	const all = new Float32Array(listedBucket(bits) + 1);
	const held = new Float32Array(listedBucket(bits) + 1);
	let total = 0;
	let totalHeld = 0;
	for (const row of picked) {
		const weight = rows.weights[row]!;
		const label = rows.labels[row] === 1;
		total += weight;
		if (label) totalHeld += weight;
		for (let j = rows.offsets[row]!; j < rows.offsets[row + 1]!; j += 1) {
			all[rows.buckets[j]!]! += weight;
			if (label) held[rows.buckets[j]!]! += weight;
		}
	}
	const odds = Math.log((total - totalHeld + 1) / (totalHeld + 1));
	const emphasis = new Float32Array(listedBucket(bits) + 1);
	for (let b = 0; b < emphasis.length; b += 1) {
		if (all[b] === 0) continue;
		const rarity = Math.max(COMMONEST, Math.log((total + 1) / (all[b]! + 1)) / 5);
		const lean = Math.abs(Math.log((held[b]! + 0.5) / (all[b]! - held[b]! + 0.5)) + odds);
		emphasis[b] = rarity ** power * (EVEN + lean);
	}
	return emphasis;
}

/** The raw sum of one row. */
export function sumOf({ weights, bias }: Linear, rows: Rows, row: number): number {
	let sum = bias;
	for (let j = rows.offsets[row]!; j < rows.offsets[row + 1]!; j += 1)
		sum += weights[rows.buckets[j]!]! * rows.values[j]!;
	return sum;
}
