// The features of a text: runs of 2 to 5 letters inside words, words, pairs of words, and consonant skeletons, hashed into buckets.
import { categoriesOf, type WordsByCategory } from './categories/index.ts';
import { layoutOf } from './layout.ts';
import type { Reading } from './reading.ts';

/** Consonants by sound, one number for both scripts; 0: a vowel or nothing. Emphatics join their plain twins (skeleton.ts). */
const SOUND = new Uint8Array(0x800);
const groups = [
	'بb',
	'تثطt6',
	'جj',
	'حهh7',
	'خ5',
	'دذضظd',
	'رr',
	'زz',
	'سصs',
	'ش',
	'عع3',
	'غ8',
	'فf',
	'قq9g',
	'كkc',
	'لl',
	'مm',
	'نn',
	'p',
	'v',
	'x',
	'ñ',
];
for (const [i, letters] of groups.entries()) for (const letter of letters) SOUND[letter.charCodeAt(0)] = i + 1;
const [SH = 0, KH = 0, GH = 0] = ['ش', 'خ', 'غ'].map((letter) => SOUND[letter.charCodeAt(0)]);

const PRIME = 0x01000193;
const SPACE = 32;

/** Different buckets of a text, and for each the word it came from (of a pair, the second). */
export interface Buckets {
	readonly list: Int32Array;
	readonly word: Int32Array;
	count: number;
	/** Who was seen in this text: the text's number at each bucket. */
	readonly seen: Int32Array<ArrayBuffer>;
	text: number;
}

/** Features are hashed to this many bits; models with fewer take the first of them. */
export const FEATURE_BITS = 19;

export const newBuckets = (room = 8192, seen = new Int32Array(1 << FEATURE_BITS)): Buckets => ({
	list: new Int32Array(room),
	word: new Int32Array(room),
	count: 0,
	seen,
	text: 0,
});

/** Fills `into`, or a larger one that is returned, with the different buckets of a reading's features. */
export function featuresOf(reading: Reading, given: Buckets): Buckets {
	const most = reading.length * 5 + reading.words * 8 + 8;
	const into = given.list.length < most ? { ...newBuckets(most * 2, given.seen), text: given.text } : given;
	into.text += 1;
	const { list, word: words } = into;
	const { codes, from, to } = reading;
	const shift = 32 - FEATURE_BITS;
	let n = 0;
	let previous = 0;
	let previousBones = 0;
	for (let w = 0; w < reading.words; w += 1) {
		const begin = from[w]!;
		const end = to[w]!;
		const first = n;
		// Letters with a border before and after the word.
		for (let i = begin - 1; i < end; i += 1) {
			let hash = seeded(1, i < begin ? SPACE : codes[i]!);
			const last = Math.min(end, i + 4);
			for (let k = i + 1; k <= last; k += 1) {
				hash = Math.imul(hash ^ (k === end ? SPACE : codes[k]!), PRIME);
				list[n++] = mixed(hash) >>> shift;
			}
		}
		let whole = 7;
		for (let i = begin; i < end; i += 1) whole = Math.imul(whole ^ codes[i]!, PRIME);
		list[n++] = mixed(whole ^ 0x5bd1e995) >>> shift;
		list[n++] = mixed(Math.imul(previous, 31) ^ whole) >>> shift;
		previous = whole;
		// The skeleton: the whole, three sounds at a time, and with the one before.
		let bones = 11;
		let count = 0;
		let a = 0;
		let b = 0;
		for (let i = begin; i < end; i += 1) {
			const code = codes[i]!;
			let sound = code < 0x800 ? SOUND[code]! : 0;
			if (codes[i + 1] === 104 && i + 1 < end) {
				const joined = code === 99 || code === 115 ? SH : code === 107 ? KH : code === 103 ? GH : 0;
				if (joined !== 0) {
					sound = joined;
					i += 1;
				}
			}
			if (sound === 0 || (sound === b && count > 0)) continue;
			bones = Math.imul(bones ^ sound, PRIME);
			count += 1;
			if (count > 2) list[n++] = mixed((a << 10) ^ (b << 5) ^ sound ^ 0x3c6ef372) >>> shift;
			a = b;
			b = sound;
		}
		if (count > 1) list[n++] = mixed(bones ^ 0x1b873593) >>> shift;
		if (count > 0) {
			list[n++] = mixed(Math.imul(previousBones, 37) ^ bones ^ 0x2545f491) >>> shift;
			previousBones = bones;
		}
		words.fill(w, first, n);
	}
	into.count = withoutRepeats(into, n);
	return into;
}

function withoutRepeats({ list, word, seen, text }: Buckets, count: number): number {
	let kept = 0;
	for (let i = 0; i < count; i += 1) {
		const bucket = list[i]!;
		if (seen[bucket] === text) continue;
		seen[bucket] = text;
		list[kept] = bucket;
		word[kept] = word[i]!;
		kept += 1;
	}
	return kept;
}

/** The buckets of what a text's words are about (categories/): all of them share a length of one. `into` is filled where given. */
export const categoryBuckets = (reading: Reading, into?: WordsByCategory): readonly number[] =>
	Array.from(categoriesOf(reading, into), (mark) => mixed(mark) >>> (32 - FEATURE_BITS));

/** The buckets of a text's layout (layout.ts): a list of its own, since each counts as much in a long text as in a short one. */
export const layoutBuckets = (reading: Reading): readonly number[] =>
	Array.from(layoutOf(reading), (mark) => mixed(mark) >>> (32 - FEATURE_BITS));

const seeded = (seed: number, code: number): number => Math.imul((seed * 0x811c9dc5) ^ code, PRIME);

/** Spreads the bits of a hash (the last step of MurmurHash3). */
function mixed(hash: number): number {
	let h = hash ^ (hash >>> 16);
	h = Math.imul(h, 0x85ebca6b);
	h ^= h >>> 13;
	h = Math.imul(h, 0xc2b2ae35);
	return h ^ (h >>> 16);
}
