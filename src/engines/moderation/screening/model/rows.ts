// Training texts as rows of hashed features, without doubles, in folds that keep near-duplicates together.
import { categoryBuckets, FEATURE_BITS, featuresOf, layoutBuckets, newBuckets } from './features.ts';
import type { Script } from './model.ts';
import { Reader } from './read.ts';
import type { Reading } from './reading.ts';
import { listedBucket, type Rows } from './solve.ts';

export interface TrainingText {
	readonly text: string;
	/** 1: to be looked at by a moderator. */
	readonly label: 0 | 1;
	readonly lang?: string;
	/** The file it came from. */
	readonly from: string;
}

/** A text once read: what decides doubles, its fold and its script. */
export interface ReadText {
	readonly source: TrainingText;
	readonly fold: number;
	readonly script: Script;
}

export const FOLDS = 5;
const GRAM = 5;

/** Reads texts; of those alike but for case, marks, signs and repeats one stays, by majority of labels; even ones are dropped. */
export function withoutDoubles(texts: readonly TrainingText[]): { kept: ReadText[]; doubles: number } {
	const reader = new Reader();
	const byLetters = new Map<string, { first: ReadText; votes: number }>();
	for (const source of texts) {
		const reading = reader.read(source.text);
		const letters = lettersOf(reading);
		if (letters === '') continue;
		const vote = source.label === 1 ? 1 : -1;
		const there = byLetters.get(letters);
		if (there !== undefined) there.votes += vote;
		else byLetters.set(letters, { first: { source, fold: foldOf(letters), script: scriptOf(reading) }, votes: vote });
	}
	const kept: ReadText[] = [];
	for (const { first, votes } of byLetters.values()) {
		const label = votes > 0 ? 1 : 0;
		if (votes !== 0) kept.push(label === first.source.label ? first : { ...first, source: { ...first.source, label } });
	}
	return { kept, doubles: texts.length - kept.length };
}

export const scriptOf = ({ arabicLetters, latinLetters }: Reading): Script =>
	arabicLetters > latinLetters ? 'arab' : 'latn';

function lettersOf({ codes, length }: Reading): string {
	const parts: string[] = [];
	for (let i = 0; i < length; i += 2000)
		parts.push(String.fromCodePoint(...codes.subarray(i, Math.min(length, i + 2000))));
	return parts.join('');
}

/** By the least hash of its runs of five letters: two texts that share most runs mostly share the least one. */
function foldOf(letters: string): number {
	let least = 0xffffffff;
	for (let i = 0; i <= Math.max(0, letters.length - GRAM); i += 1) {
		let hash = 0x811c9dc5;
		for (let k = i; k < Math.min(letters.length, i + GRAM); k += 1)
			hash = Math.imul(hash ^ letters.charCodeAt(k), 0x01000193);
		hash ^= hash >>> 15;
		hash = Math.imul(hash, 0x85ebca6b);
		least = Math.min(least, (hash ^ (hash >>> 13)) >>> 0);
	}
	return (Math.imul(least ^ (least >>> 16), 0x45d9f3b) >>> 8) % FOLDS;
}

/** What counts beside the words: each mark of layout (layout.ts), all categories together, and which texts hold a listed word. */
export interface Beside {
	readonly layout?: number;
	readonly categories?: number;
	readonly listed?: readonly boolean[];
}

/** What a listed word counts in a row. */
export const LISTED_VALUE = 0.15;
const LISTED = -1;

/** Rows of features, each text's values of length one and what counts beside them; `weights` says how much each text counts. */
export function rowsOf(
	texts: readonly string[],
	labels: readonly number[],
	weights: readonly number[],
	bits: number,
	{ layout = 0, categories = 0, listed = [] }: Beside = {},
): Rows {
	const reader = new Reader();
	let found = newBuckets();
	let buckets = new Int32Array(texts.length * 256 + 1024);
	let values = new Float32Array(buckets.length);
	const offsets = new Int32Array(texts.length + 1);
	let n = 0;
	for (const [row, text] of texts.entries()) {
		const reading = reader.read(text);
		found = featuresOf(reading, found);
		const marks = layout === 0 ? [] : layoutBuckets(reading);
		const about = categories === 0 ? [] : categoryBuckets(reading);
		const letters = n + found.count;
		const end = letters + marks.length + about.length + (listed[row] === true ? 1 : 0);
		if (end > buckets.length) {
			buckets = widened(buckets, new Int32Array(end * 2));
			values = widened(values, new Float32Array(end * 2));
		}
		buckets.set(found.list.subarray(0, found.count), n);
		buckets.set(marks, letters);
		buckets.set(about, letters + marks.length);
		values.fill(1 / Math.sqrt(found.count || 1), n, letters).fill(layout, letters, letters + marks.length);
		values.fill(categories / Math.sqrt(about.length || 1), letters + marks.length, end);
		if (listed[row] === true) {
			buckets[end - 1] = LISTED;
			values[end - 1] = LISTED_VALUE;
		}
		n = end;
		offsets[row + 1] = n;
	}
	return {
		buckets: buckets
			.subarray(0, n)
			.map((bucket) => (bucket === LISTED ? listedBucket(bits) : bucket >>> (FEATURE_BITS - bits))),
		values: values.slice(0, n),
		offsets,
		labels: Int8Array.from(labels),
		weights: Float32Array.from(weights),
	};
}

function widened<T extends Int32Array | Float32Array>(row: T, into: T): T {
	into.set(row);
	return into;
}
