// What a head knows of a text: the parts of its sum, and for the trees (boost.ts) how its weights lie over the words, how the text is written and what it is about.
import { CATEGORIES, newWordsByCategory, type WordsByCategory } from './categories/index.ts';
import { type Buckets, categoryBuckets, FEATURE_BITS, featuresOf, layoutBuckets, newBuckets } from './features.ts';
import type { Reader } from './read.ts';
import type { Reading } from './reading.ts';

/** A linear model over buckets: the weight of a bucket is `weights[bucket >>> (19 - bits)] · step`. */
export interface Weighing {
	readonly weights: Int8Array | Float32Array;
	readonly step: number;
	readonly bits: number;
	readonly bias: number;
	/** What each mark of layout counts. */
	readonly layout: number;
	/** What all marks of categories count together. */
	readonly categories: number;
}

/** A text as its features, marks and words: all belong to the reader and hold until the next text. */
export interface Seen {
	readonly text: string;
	readonly reading: Reading;
	readonly found: Buckets;
	readonly layout: readonly number[];
	readonly categories: readonly number[];
	readonly about: WordsByCategory;
}

/** Sees texts one after the other with room of its own. */
export class Looker {
	readonly #reader: Reader;
	readonly #about = newWordsByCategory();
	#found: Buckets = newBuckets();

	constructor(reader: Reader) {
		this.#reader = reader;
	}

	/** Any string. */
	look(text: string): Seen {
		const reading = this.#reader.read(text);
		this.#found = featuresOf(reading, this.#found);
		const categories = categoryBuckets(reading, this.#about);
		return { text, reading, found: this.#found, layout: layoutBuckets(reading), categories, about: this.#about };
	}
}

interface Parts {
	/** Of the letters and words, as they are and by the length of the text. */
	readonly raw: number;
	readonly letters: number;
	readonly categories: number;
	/** Everything, with the bias. */
	readonly sum: number;
}

export function partsOf(of: Weighing, { found, layout, categories }: Seen): Parts {
	const raw = of.step * weightOf(of, found.list, found.count);
	const letters = raw / Math.sqrt(found.count || 1);
	const about =
		of.categories === 0 ? 0 : (of.categories * of.step * weightOf(of, categories)) / Math.sqrt(categories.length || 1);
	const laidOut = of.layout === 0 ? 0 : of.layout * of.step * weightOf(of, layout);
	return { raw, letters, categories: about, sum: of.bias + letters + laidOut + about };
}

function weightOf({ weights, bits }: Weighing, buckets: ArrayLike<number>, count = buckets.length): number {
	let sum = 0;
	for (let i = 0; i < count; i += 1) sum += weights[buckets[i]! >>> (FEATURE_BITS - bits)]!;
	return sum;
}

const OWN = 26;
export const TRAITS = OWN + 2 * CATEGORIES.length;

/** The traits of a text, in a row that holds until the next call; the first is the sum. */
export function traitsOf(of: Weighing, seen: Seen): Float32Array {
	const { raw, letters, categories, sum } = partsOf(of, seen);
	const { words } = seen.reading;
	const { heaviest, place, lightest, raised, raising, ends } = weightsOfWords(of, seen);
	const { capitals, exclaims, asks, pictures, stops, mentions, quotes, lines } = signsOf(seen.text);
	// The order is that of models on disk.
	row.set([
		sum,
		raw,
		letters,
		categories,
		seen.categories.length,
		seen.found.count,
		words,
		...heaviest,
		lightest,
		raised,
		raising / Math.max(1, words),
		place,
		place / Math.max(1, words),
		capitals,
		exclaims,
		asks,
		pictures,
		stops,
		mentions,
		quotes,
		lines,
		...ends,
	]);
	row.set(seen.about.counts, OWN);
	row.set(seen.about.firsts, OWN + CATEGORIES.length);
	return row;
}

const row = new Float32Array(TRAITS);
let byWord = new Float64Array(256);

/** The three heaviest words (0 where there are fewer), where the heaviest stands, the lightest, those that raise the sum, and how a text begins and ends. */
function weightsOfWords(of: Weighing, { found, reading: { words } }: Seen) {
	if (byWord.length < words) byWord = new Float64Array(words * 2);
	byWord.fill(0, 0, words);
	for (let i = 0; i < found.count; i += 1)
		byWord[found.word[i]!]! += of.weights[found.list[i]! >>> (FEATURE_BITS - of.bits)]! * of.step;
	const heaviest: [number, number, number] = [-Infinity, -Infinity, -Infinity];
	let [place, lightest, raised, raising] = [-1, words === 0 ? 0 : Infinity, 0, 0];
	for (let w = 0; w < words; w += 1) {
		const weight = byWord[w]!;
		if (weight > heaviest[0]) place = w;
		const rank = heaviest.findIndex((one) => weight > one);
		if (rank >= 0) {
			heaviest.splice(rank, 0, weight);
			heaviest.length = 3;
		}
		lightest = Math.min(lightest, weight);
		if (weight <= 0) continue;
		raised += weight;
		raising += 1;
	}
	const total = (from: number, to: number): number =>
		byWord.subarray(Math.max(0, from), Math.min(words, to)).reduce((sum, weight) => sum + weight, 0);
	return {
		heaviest: heaviest.map((one) => (one === -Infinity ? 0 : one)),
		place,
		lightest,
		raised,
		raising,
		ends: [total(0, 3), total(words - 3, words), total(0, 8)],
	};
}

/** How a text is written: the share of capital letters, and how many signs of each kind stand in it. */
function signsOf(text: string) {
	const counts = { capitals: 0, exclaims: 0, asks: 0, pictures: 0, stops: 0, mentions: 0, quotes: 0, lines: 0 };
	for (let i = 0; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		const kind = SIGNS.get(code);
		if (kind !== undefined) counts[kind] += 1;
		else if ((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde)) counts.capitals += 1;
		else if ((code >= 0x2600 && code <= 0x27bf) || (code >= 0xd83c && code <= 0xd83e)) counts.pictures += 1;
	}
	return { ...counts, capitals: counts.capitals / Math.max(1, text.length) };
}

const SIGNS = new Map(
	(
		[
			['exclaims', '!'],
			['asks', '?؟'],
			['stops', '.,;:،؛'],
			['mentions', '@'],
			['quotes', '"“«'],
			['lines', '\n'],
		] as const
	).flatMap(([kind, signs]) => Array.from(signs, (sign) => [sign.charCodeAt(0), kind] as const)),
);
