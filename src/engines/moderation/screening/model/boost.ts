// Small trees, each mending what the ones before got wrong (gradient boosting: Friedman 2001; second-order gains: Chen & Guestrin 2016).
import { seededRandom } from '#platform/random.ts';

/**
 * Whole binary trees of one depth, tree by tree: for each inner node from the root on, level by level, a column and a threshold
 * (left when the value is at most that), then the leaves from left to right.
 */
export interface Trees {
	readonly depth: number;
	readonly count: number;
	readonly numbers: Float32Array;
}

/** Texts by column: the value of column c in row r at `values[c * rows + r]`. */
export interface Columns {
	readonly rows: number;
	readonly columns: number;
	readonly values: Float32Array;
}

export const sizeOfTree = (depth: number): number => 3 * 2 ** depth - 2;

const DEPTH = 3;
const COUNT = 120;
const STEP = 0.1;
/** Each tree is shown so many of the rows and of the columns. */
const SHARE = { rows: 0.7, columns: 0.15 };
const BINS = 32;
/** A leaf holds at least so much of the rows' p · (1 - p). */
const LEAST = 40;
/** Pull of every leaf towards 0. */
const PULL = 5;

/** What the trees add to the log-odds of a row of columns. */
export function treeSum({ depth, count, numbers }: Trees, row: ArrayLike<number>): number {
	const inner = 2 ** depth - 1;
	const size = sizeOfTree(depth);
	let sum = 0;
	for (let tree = 0, at = 0; tree < count; tree += 1, at += size) {
		let node = 0;
		while (node < inner) node = 2 * node + (row[numbers[at + 2 * node]!]! <= numbers[at + 2 * node + 1]! ? 1 : 2);
		sum += numbers[at + inner + node]!;
	}
	return sum;
}

/** Values as the number of the first cut they do not exceed; cuts lie at even shares of the rows. */
export interface Binned {
	readonly rows: number;
	readonly columns: number;
	readonly bins: Uint8Array;
	readonly cuts: readonly Float32Array[];
}

export function binned({ rows, columns, values }: Columns): Binned {
	const bins = new Uint8Array(values.length);
	const cuts: Float32Array[] = [];
	for (let c = 0; c < columns; c += 1) {
		const column = values.subarray(c * rows, (c + 1) * rows);
		const sorted = column.slice().sort();
		const places = Array.from({ length: BINS - 1 }, (_, i) => sorted[Math.floor(((i + 1) * rows) / BINS)] ?? 0);
		// The greatest value bounds nothing.
		const own = Float32Array.from(new Set(places.filter((value) => value < (sorted.at(-1) ?? 0))));
		cuts.push(own);
		for (let r = 0; r < rows; r += 1) {
			let bin = 0;
			while (bin < own.length && column[r]! > own[bin]!) bin += 1;
			bins[c * rows + r] = bin;
		}
	}
	return { rows, columns, bins, cuts };
}

/** Trees that mend `margins` (log-odds, by row) towards `labels` on the picked rows. Deterministic for one seed. */
export function boost(
	data: Binned,
	labels: ArrayLike<number>,
	margins: Float64Array,
	picked: Int32Array,
	seed: number,
): Trees {
	const random = seededRandom(seed);
	const size = sizeOfTree(DEPTH);
	const numbers = new Float32Array(COUNT * size);
	const now = margins.slice();
	const push = new Float64Array(data.rows);
	const curve = new Float64Array(data.rows);
	const node = new Uint8Array(data.rows);
	const order = Int32Array.from({ length: data.columns }, (_, c) => c);
	for (let tree = 0; tree < COUNT; tree += 1) {
		const shown = picked.filter(() => random() < SHARE.rows);
		for (const r of picked) {
			const p = 1 / (1 + Math.exp(-now[r]!));
			push[r] = labels[r]! - p;
			curve[r] = p * (1 - p);
			node[r] = 0;
		}
		const columns = someOf(order, Math.ceil(SHARE.columns * data.columns), random);
		const grown = numbers.subarray(tree * size, (tree + 1) * size);
		grow(grown, data, { push, curve, node, shown, picked, columns });
		const inner = 2 ** DEPTH - 1;
		for (const r of picked) now[r]! += grown[inner + node[r]!]!;
	}
	return { depth: DEPTH, count: COUNT, numbers };
}

function someOf(order: Int32Array, count: number, random: () => number): Int32Array {
	for (let k = 0; k < count; k += 1) {
		const other = k + Math.floor(random() * (order.length - k));
		const kept = order[k]!;
		order[k] = order[other]!;
		order[other] = kept;
	}
	return order.slice(0, count);
}

interface Growing {
	/** What each row asks for, and how surely. */
	readonly push: Float64Array;
	readonly curve: Float64Array;
	/** The node each picked row has come to. */
	readonly node: Uint8Array;
	readonly shown: Int32Array;
	readonly picked: Int32Array;
	readonly columns: Int32Array;
}

function grow(tree: Float32Array, data: Binned, growing: Growing): void {
	const { push, curve, node, shown, picked } = growing;
	const inner = 2 ** DEPTH - 1;
	for (let first = 0, width = 1; first < inner; first += width, width *= 2) {
		const splits = bestSplits(data, growing, first, width);
		for (const [k, { column, bin }] of splits.entries()) {
			tree[2 * (first + k)] = column;
			tree[2 * (first + k) + 1] = data.cuts[column]![bin] ?? Infinity;
		}
		for (const r of picked) {
			const { column, bin } = splits[node[r]! - first]!;
			node[r] = 2 * node[r]! + (data.bins[column * data.rows + r]! <= bin ? 1 : 2);
		}
	}
	const asked = new Float64Array(inner + 1);
	const sure = new Float64Array(inner + 1).fill(PULL);
	for (const r of shown) {
		asked[node[r]! - inner]! += push[r]!;
		sure[node[r]! - inner]! += curve[r]!;
	}
	for (let leaf = 0; leaf <= inner; leaf += 1) tree[2 * inner + leaf] = (STEP * asked[leaf]!) / sure[leaf]!;
}

/** The best column and cut of each node of a level; all rows go left where none is worth it. */
function bestSplits(
	{ rows, bins, cuts }: Binned,
	{ push, curve, node, shown, columns }: Growing,
	first: number,
	width: number,
): { column: number; bin: number; gain: number }[] {
	const best = Array.from({ length: width }, () => ({ column: 0, bin: BINS, gain: 1e-9 }));
	const asked = new Float64Array(width * BINS);
	const sure = new Float64Array(width * BINS);
	for (const column of columns) {
		asked.fill(0);
		sure.fill(0);
		const own = bins.subarray(column * rows, (column + 1) * rows);
		for (const r of shown) {
			const at = (node[r]! - first) * BINS + own[r]!;
			asked[at]! += push[r]!;
			sure[at]! += curve[r]!;
		}
		for (let k = 0; k < width; k += 1) {
			const all = totals(asked, sure, k * BINS);
			let left = 0;
			let leftSure = 0;
			for (let bin = 0; bin < cuts[column]!.length; bin += 1) {
				left += asked[k * BINS + bin]!;
				leftSure += sure[k * BINS + bin]!;
				if (leftSure < LEAST || all.sure - leftSure < LEAST) continue;
				const gain = worth(left, leftSure) + worth(all.asked - left, all.sure - leftSure) - worth(all.asked, all.sure);
				if (gain > best[k]!.gain) best[k] = { column, bin, gain };
			}
		}
	}
	return best;
}

function totals(asked: Float64Array, sure: Float64Array, from: number): { asked: number; sure: number } {
	const all = { asked: 0, sure: 0 };
	for (let i = from; i < from + BINS; i += 1) {
		all.asked += asked[i]!;
		all.sure += sure[i]!;
	}
	return all;
}

const worth = (asked: number, sure: number): number => (asked * asked) / (sure + PULL);
