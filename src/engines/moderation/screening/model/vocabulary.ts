// Which words the training texts use often, kept as a Bloom filter (Bloom 1970): it can be asked, not read. Guesses starred letters, cuts runs.

export const VOCABULARY_BITS = 19;
const PROBES = 5;
const FEWEST = 3;
const OFTEN = 15;
const OFTEN_SALT = 0x3d4d51cb;
const LONGEST = 15;
const STAR = 42;
const MOST_STARS = 2;
/** Vowels first: they are what people star out. */
const LETTERS = [...'aeiouyrstnlmdcpbvgfhqjxzkw', ...'ايوهنلمرتبسعدفكقحجشصطخغضذزثظ'].map((letter) =>
	letter.charCodeAt(0),
);
const firstArabic = LETTERS.findIndex((code) => code > 0x600);

export type Vocabulary = Uint8Array;

const hashOf = (codes: ArrayLike<number>, from: number, to: number): number => {
	let hash = 7;
	for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ codes[i]!, 0x01000193);
	return hash;
};

/** Counts words; `learned` gives the vocabulary. */
export class WordCount {
	readonly #counts = new Map<number, number>();

	add(codes: ArrayLike<number>, from: number, to: number): void {
		if (to - from < 2 || to - from > LONGEST) return;
		const hash = hashOf(codes, from, to);
		this.#counts.set(hash, (this.#counts.get(hash) ?? 0) + 1);
	}

	learned(): Vocabulary {
		const bits = new Uint8Array(1 << (VOCABULARY_BITS - 3));
		const mark = (hash: number) => probes(hash, (bit) => (bits[bit >> 3]! |= 1 << (bit & 7)) > 0);
		for (const [hash, count] of this.#counts) {
			if (count >= FEWEST) mark(hash);
			if (count >= OFTEN) mark(hash ^ OFTEN_SALT);
		}
		return bits;
	}
}

function probes(hash: number, each: (bit: number) => boolean): boolean {
	let h = hash;
	for (let i = 0; i < PROBES; i += 1) {
		h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
		h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
		h ^= h >>> 15;
		if (!each(h >>> (32 - VOCABULARY_BITS))) return false;
		h = (h + 0x9e3779b9) | 0;
	}
	return true;
}

const knows = (vocabulary: Vocabulary, hash: number): boolean =>
	probes(hash, (bit) => (vocabulary[bit >> 3]! & (1 << (bit & 7))) !== 0);

/** Puts letters for one or two stars where that makes a word, a frequent one if there is any. */
export function unstar(vocabulary: Vocabulary, codes: Int32Array, from: number, to: number): void {
	const stars: number[] = [];
	for (let i = from; i < to; i += 1) if (codes[i] === STAR) stars.push(i);
	if (stars.length === 0 || stars.length > MOST_STARS || to - from > LONGEST || to - from < stars.length + 2) return;
	const arabic = codes[from]! > 0x600;
	const letters = arabic ? LETTERS.slice(firstArabic) : LETTERS.slice(0, firstArabic);
	const [first = from, second] = stars;
	for (const salt of [OFTEN_SALT, 0]) {
		for (const letter of letters) {
			codes[first] = letter;
			for (const other of second === undefined ? [0] : letters) {
				if (second !== undefined) codes[second] = other;
				if (knows(vocabulary, hashOf(codes, from, to) ^ salt)) return;
			}
		}
	}
	for (const star of stars) codes[star] = STAR;
}

/** Ends of the words that a run of letters without borders falls into: the longest known ones win; between them letters stay together. */
export function cutRun(vocabulary: Vocabulary, codes: ArrayLike<number>, from: number, to: number): number[] {
	const worth = new Float64Array(to - from + 1);
	const begun = new Int32Array(to - from + 1);
	for (let end = from + 1; end <= to; end += 1) {
		const k = end - from;
		worth[k] = worth[k - 1]!;
		begun[k] = -1;
		for (let start = Math.max(from, end - LONGEST); start <= end - 2; start += 1) {
			const length = end - start;
			const gain = worth[start - from]! + length * length - 2;
			if (gain <= worth[k]! || !knows(vocabulary, hashOf(codes, start, end))) continue;
			worth[k] = gain;
			begun[k] = start - from;
		}
	}
	const ends = new Set([to]);
	for (let k = to - from; k > 0;) {
		const start = begun[k]!;
		if (start >= 0) ends.add(k + from);
		if (start > 0) ends.add(start + from);
		k = start >= 0 ? start : k - 1;
	}
	return [...ends].sort((a, b) => a - b);
}
