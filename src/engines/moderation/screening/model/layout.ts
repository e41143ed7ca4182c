// The layout of a text beside its words: how long it is, its long numbers and the signs between words, as marks to be hashed.
import { DIGIT, LETTER, SPACE, STAR } from '../letters.ts';
import { PICTURE } from './codes.ts';
import type { Reading } from './reading.ts';

/** More different marks than these say nothing new. */
const MOST = 24;
const LONGEST_NUMBER = 12;
/** Shorter numbers may be letters in disguise. */
const SHORTEST_NUMBER = 3;
/** So many signs of a run are looked at. */
const LONGEST_RUN = 3;
const LENGTH = 0x68bc21eb;
const NUMBER = 0x02e5be93;
const SIGNS = 0x167a889b;

type Sort = 'word' | 'number' | 'signs';

/**
 * Different marks of layout, each a number to be spread over buckets: at most 24 and the length. Left out is what disguises words (signs inside a word, stars,
 * short numbers), so that a disguised text has the layout of the plain one.
 */
export function layoutOf({ folded, kinds, signs }: Reading): ReadonlySet<number> {
	const marks = new Set([LENGTH + Math.round(2 * Math.log2(lettersIn(kinds, signs) + 1))]);
	for (let from = 0; from < signs && marks.size < MOST;) {
		const sort = sortOf(kinds[from]!);
		let to = from + 1;
		while (to < signs && sortOf(kinds[to]!) === sort) to += 1;
		if (sort === 'number' && to - from >= SHORTEST_NUMBER && !touchesLetters(kinds, from, to, signs))
			marks.add(NUMBER + Math.min(to - from, LONGEST_NUMBER));
		if (sort === 'signs' && !isDisguise(kinds, from, to, signs)) marks.add(runOf(folded, from, to));
		from = to;
	}
	return marks;
}

/** Letters, and the digits and stars that may stand for them. */
function lettersIn(kinds: Uint16Array, signs: number): number {
	let letters = 0;
	for (let i = 0; i < signs; i += 1) if ((kinds[i]! & (LETTER | DIGIT | STAR)) !== 0) letters += 1;
	return letters;
}

function sortOf(kind: number): Sort {
	if ((kind & DIGIT) !== 0) return 'number';
	return (kind & (LETTER | SPACE)) !== 0 || kind === PICTURE ? 'word' : 'signs';
}

/** Digits with a letter beside them may be letters in disguise. */
const touchesLetters = (kinds: Uint16Array, from: number, to: number, signs: number): boolean =>
	(from > 0 && (kinds[from - 1]! & LETTER) !== 0) || (to < signs && (kinds[to]! & LETTER) !== 0);

/** Signs with a letter or a digit on both sides, or with a star. */
function isDisguise(kinds: Uint16Array, from: number, to: number, signs: number): boolean {
	for (let i = from; i < to; i += 1) if ((kinds[i]! & STAR) !== 0) return true;
	return from > 0 && to < signs && [from - 1, to].every((i) => (kinds[i]! & (LETTER | DIGIT)) !== 0);
}

function runOf(folded: Int32Array, from: number, to: number): number {
	let run = SIGNS;
	for (let i = from; i < Math.min(to, from + LONGEST_RUN); i += 1) run = Math.imul(run ^ folded[i]!, 0x01000193);
	return run;
}
