// Finds the words of a folded text, also those hidden by punctuation inside them or by single spaced letters.
import type { Units } from './fold.ts';
import { DIGIT, HARD, LETTER, SIGN, SPACE, STAR } from './letters.ts';
import type { Word } from './word.ts';
import { wordFrom } from './word.ts';

/** Longer chunks (addresses, dumps) are read as they are written only. */
const LONGEST_DISGUISE = 40;
/** Signs allowed between two single letters that belong together. */
const WIDEST_GAP = 4;
/** Fewer single letters make no word. */
export const FEWEST_SPACED = 3;

/** Words in order of appearance; joined and spaced ones come after the written ones they overlap. */
export function wordsOf(units: Units): Word[] {
	const words: Word[] = [];
	let singles: number[] = [];
	const flush = () => {
		if (singles.length >= FEWEST_SPACED) words.push(wordFrom(units, singles, 'spaced'));
		singles = [];
	};
	for (let from = 0; from < units.chars.length;) {
		const to = chunkEnd(units, from);
		const solid = placesOf(units, LETTER | DIGIT, from, to);
		for (const word of written(units, solid)) words.push(word);
		const hidden = solid.length === to - from ? null : disguise(units, from, to, solid);
		if (hidden !== null) words.push(hidden);
		const meant = meantBy(units, solid, from, to);
		if (meant.length === 1) {
			if (meant[0] !== undefined && singles.length > 0 && meant[0] - (singles.at(-1) ?? 0) > WIDEST_GAP) flush();
			singles.push(...meant);
		} else if (meant.length > 1) flush();
		from = to + 1;
	}
	flush();
	return words;
}

/** How many chunks hold one letter or, without any, one sign; and how many hold more. */
export function loneIn(units: Units): { lone: number; others: number } {
	const sizes: number[] = [];
	for (let from = 0; from < units.chars.length;) {
		const to = chunkEnd(units, from);
		sizes.push(meantBy(units, placesOf(units, LETTER | DIGIT, from, to), from, to).length);
		from = to + 1;
	}
	return { lone: sizes.filter((size) => size === 1).length, others: sizes.filter((size) => size > 1).length };
}

/** What counts in a chunk: its letters and digits, or its signs where it has none. */
const meantBy = (units: Units, solid: readonly number[], from: number, to: number): readonly number[] =>
	solid.length > 0 ? solid : placesOf(units, SIGN, from, to);

function chunkEnd(units: Units, from: number): number {
	let to = from;
	while (to < units.chars.length && ((units.kinds[to] ?? 0) & (SPACE | HARD)) === 0) to += 1;
	return to;
}

function placesOf(units: Units, kinds: number, from: number, to: number): number[] {
	const places: number[] = [];
	for (let i = from; i < to; i += 1) if (((units.kinds[i] ?? 0) & kinds) !== 0) places.push(i);
	return places;
}

/** Unbroken runs of letters and digits. */
function written(units: Units, solid: readonly number[]): Word[] {
	const words: Word[] = [];
	let begin = 0;
	for (let i = 1; i <= solid.length; i += 1) {
		if (i < solid.length && solid[i] === (solid[i - 1] ?? 0) + 1) continue;
		words.push(wordFrom(units, solid.slice(begin, i), 'written'));
		begin = i;
	}
	return words;
}

/** The chunk with what stands between its letters left out: s.a-l.o-p.e, $alope, m*rde. */
function disguise(units: Units, from: number, to: number, solid: readonly number[]): Word | null {
	const first = solid[0];
	const last = solid.at(-1);
	if (first === undefined || last === undefined || solid.length < 2 || to - from > LONGEST_DISGUISE) return null;
	const is = (place: number, kinds: number) => place >= from && place < to && ((units.kinds[place] ?? 0) & kinds) !== 0;
	const leading = is(first - 1, SIGN) ? first - 1 : first;
	let trailing = last;
	if (!is(from, STAR)) while (is(trailing + 1, STAR)) trailing += 1;
	const places = placesOf(units, LETTER | DIGIT | SIGN | STAR, leading, trailing + 1);
	return trailing - leading + 1 === solid.length ? null : wordFrom(units, places, 'joined');
}
