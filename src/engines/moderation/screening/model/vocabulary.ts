// Which words and pairs of words the training texts use often, kept as a Bloom filter (Bloom 1970): it can be asked, not read.
// Guesses starred letters and cuts runs of letters into words.

export const VOCABULARY_BITS = 21;
/** Models of before have a smaller filter, asked fewer times. */
export const OLD_VOCABULARY_BITS = 19;
const PROBES = 8;
const OLD_PROBES = 5;
/** What is asked only of words that are in the filter needs fewer probes. */
const FEW_PROBES = 3;
const FEWEST = 2;
const FEWEST_PAIRS = 3;
/** From how many uses a word is common, more and more, and by what it is marked so. */
const COMMON = [15, 60, 250] as const;
const SALTS = [0x3d4d51cb, 0x1f83d9ab, 0x5be0cd19] as const;
const PAIR_SALT = 0x2545f491;
const LONGEST = 15;
const STAR = 42;
const MOST_STARS = 2;
/** Vowels first: they are what people star out. */
const LETTERS = [...'aeiouyrstnlmdcpbvgfhqjxzkw379', ...'ايوهنلمرتبسعدفكقحجشصطخغضذزثظ'].map((letter) =>
	letter.charCodeAt(0),
);
const firstArabic = LETTERS.findIndex((code) => code > 0x600);
const latin = LETTERS.slice(0, firstArabic);
const arabic = LETTERS.slice(firstArabic);

export type Vocabulary = Uint8Array;

const hashOf = (codes: ArrayLike<number>, from: number, to: number): number => {
	let hash = 7;
	for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ codes[i]!, 0x01000193);
	return hash;
};
const pairOf = (first: number, second: number): number => Math.imul(first, 31) ^ second ^ PAIR_SALT;

/** Counts words and pairs; `learned` gives the vocabulary. */
export class WordCount {
	readonly #counts = new Map<number, number>();
	readonly #pairs = new Map<number, number>();
	#previous = 0;

	/** The words of a text, one after the other; one that begins at 0 begins a text. */
	add(codes: ArrayLike<number>, from: number, to: number): void {
		const hash = hashOf(codes, from, to);
		if (from > 0) counted(this.#pairs, pairOf(this.#previous, hash));
		this.#previous = hash;
		if (to - from >= 2 && to - from <= LONGEST) counted(this.#counts, hash);
	}

	learned(): Vocabulary {
		const bits = new Uint8Array(1 << (VOCABULARY_BITS - 3));
		const mark = (hash: number, most: number) =>
			probes(VOCABULARY_BITS, hash, most, (bit) => (bits[bit >> 3]! |= 1 << (bit & 7)) > 0);
		for (const [hash, count] of this.#counts) {
			if (count < FEWEST) continue;
			mark(hash, PROBES);
			for (const [level, least] of COMMON.entries()) if (count >= least) mark(hash ^ SALTS[level]!, FEW_PROBES);
		}
		for (const [hash, count] of this.#pairs) if (count >= FEWEST_PAIRS) mark(hash, FEW_PROBES);
		return bits;
	}
}

function counted(counts: Map<number, number>, hash: number): void {
	counts.set(hash, (counts.get(hash) ?? 0) + 1);
}

function probes(size: number, hash: number, most: number, each: (bit: number) => boolean): boolean {
	let h = hash;
	for (let i = 0; i < most; i += 1) {
		h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
		h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
		h ^= h >>> 15;
		if (!each(h >>> (32 - size))) return false;
		h = (h + 0x9e3779b9) | 0;
	}
	return true;
}

function has(vocabulary: Vocabulary, hash: number, most: number): boolean {
	const size = 34 - Math.clz32(vocabulary.length);
	const asked = size === OLD_VOCABULARY_BITS ? Math.min(OLD_PROBES, most) : most;
	return probes(size, hash, asked, (bit) => (vocabulary[bit >> 3]! & (1 << (bit & 7))) !== 0);
}

/** 0: not known; 1: known; 2 to 4: common and more so. */
export function levelOf(vocabulary: Vocabulary, hash: number): number {
	if (!has(vocabulary, hash, PROBES)) return 0;
	let level = 1;
	while (level <= SALTS.length && has(vocabulary, hash ^ SALTS[level - 1]!, FEW_PROBES)) level += 1;
	return level;
}

/** Where a word stands between two others; -1 where there is none that can be read. */
export interface Neighbours {
	readonly before: number;
	readonly after: number;
}

export const wordHash = hashOf;

/** A pair that was met says as much as this many levels. */
const PAIR_WORTH = 3;
const MOST_CUT = 3;
const SHORTEST_STEM = 4;

/** Puts letters for one or two stars where that makes a word: the most common one, or one met beside its neighbours. */
export function unstar(vocabulary: Vocabulary, codes: Int32Array, from: number, to: number, near: Neighbours): void {
	const stars: number[] = [];
	for (let i = from; i < to; i += 1) if (codes[i] === STAR) stars.push(i);
	if (stars.length === 0 || stars.length > MOST_STARS || to - from > LONGEST || to - from < stars.length + 2) return;
	const letters = codes[from]! > 0x600 || codes[to - 1]! > 0x600 ? arabic : latin;
	const [first = from, second] = stars;
	let best = 0;
	let chosen = STAR;
	let chosenToo = STAR;
	for (const letter of letters) {
		codes[first] = letter;
		for (const other of second === undefined ? NONE : letters) {
			if (second !== undefined) codes[second] = other;
			const hash = hashOf(codes, from, to);
			const level = levelOf(vocabulary, hash);
			if (level === 0) continue;
			const beside =
				(has(vocabulary, pairOf(near.before, hash), FEW_PROBES) ? PAIR_WORTH : 0) +
				(has(vocabulary, pairOf(hash, near.after), FEW_PROBES) ? PAIR_WORTH : 0);
			if (level + beside <= best) continue;
			best = level + beside;
			chosen = letter;
			chosenToo = other;
		}
	}
	codes[first] = chosen;
	if (second !== undefined) codes[second] = chosenToo;
	else if (best === 0) codes[first] = unstarredStem(vocabulary, codes, from, to, first, letters);
}

const NONE = [STAR];

/** The letter that makes the longest known word of what is left when up to three letters are cut off at the ends (و, ال, ها …). */
function unstarredStem(
	vocabulary: Vocabulary,
	codes: Int32Array,
	from: number,
	to: number,
	star: number,
	letters: readonly number[],
): number {
	let best = 0;
	let chosen = STAR;
	for (let start = from; start <= Math.min(star, from + MOST_CUT); start += 1)
		for (let end = to; end > Math.max(star, to - MOST_CUT - 1, start + SHORTEST_STEM - 1); end -= 1) {
			const length = end - start;
			if (start === from && end === to) continue;
			for (const letter of letters) {
				codes[star] = letter;
				const level = levelOf(vocabulary, hashOf(codes, start, end));
				if (level === 0 || length * 2 + level <= best) continue;
				best = length * 2 + level;
				chosen = letter;
			}
		}
	return chosen;
}

/** What a letter that no word explains costs, and a word by its level: about the negative logarithm of how often it is met. */
const LETTER_COST = 3.2;
const WORD_COST = [Infinity, 11.5, 10, 8.5, 7] as const;
const PAIR_GAIN = 3;
/** Arabic letters that stand before a word and are written with it; the others lean on the word before them. */
const PREFIXES = new Set([...'وفبكلمنتيغا'].map((letter) => letter.charCodeAt(0)));

/** Ends of the words that a run of letters without borders falls into: the likeliest known ones; between them letters stay together. */
export function cutRun(vocabulary: Vocabulary, codes: ArrayLike<number>, from: number, to: number): number[] {
	const worth = new Float64Array(to - from + 1);
	const begun = new Int32Array(to - from + 1);
	const hashes = new Int32Array(to - from + 1);
	for (let end = from + 1; end <= to; end += 1) {
		const k = end - from;
		worth[k] = worth[k - 1]!;
		begun[k] = -1;
		for (let start = Math.max(from, end - LONGEST); start <= end - 2; start += 1) {
			const most = worth[start - from]! + (end - start) * LETTER_COST - WORD_COST[4] + PAIR_GAIN;
			if (most <= worth[k]!) continue;
			const hash = hashOf(codes, start, end);
			const level = levelOf(vocabulary, hash);
			if (level === 0) continue;
			const beside = has(vocabulary, pairOf(hashes[start - from]!, hash), FEW_PROBES) ? PAIR_GAIN : 0;
			const gain = worth[start - from]! + (end - start) * LETTER_COST - WORD_COST[level]! + beside;
			if (gain <= worth[k]!) continue;
			worth[k] = gain;
			begun[k] = start - from;
			hashes[k] = hash;
		}
	}
	const ends = new Set([to]);
	for (let k = to - from; k > 0;) {
		const start = begun[k]!;
		if (start >= 0) ends.add(k + from);
		if (start > 0) ends.add(start + from);
		k = start >= 0 ? start : k - 1;
	}
	return withoutSingles(
		[...ends].sort((a, b) => a - b),
		codes,
		from,
	);
}

/** Single Arabic letters left between words are parts of them. */
function withoutSingles(ends: readonly number[], codes: ArrayLike<number>, from: number): number[] {
	const kept: number[] = [];
	let begin = from;
	for (const [i, end] of ends.entries()) {
		if (end - begin === 1 && codes[begin]! > 0x600 && ends.length > 1) {
			if ((PREFIXES.has(codes[begin]!) && i + 1 < ends.length) || kept.length === 0) continue;
			kept.pop();
		}
		kept.push(end);
		begin = end;
	}
	return kept;
}
