// How a text is written rather than what it says: shouting, telephone numbers.
import type { Span, Units } from './fold.ts';

const FEWEST_LETTERS = 20;
const SHOUTED_SHARE = 0.8;

/** Where a text shouts: mostly capitals over at least twenty cased letters, or six exclamation or question marks in a row. */
export function findShouting(text: string): Span | null {
	const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
	if (capitals >= FEWEST_LETTERS * SHOUTED_SHARE) {
		const cased = capitals + (text.match(/\p{Ll}/gu)?.length ?? 0);
		if (cased >= FEWEST_LETTERS && capitals / cased >= SHOUTED_SHARE) return { start: 0, end: text.length };
	}
	const marks = /[!?؟！？]{6,}/u.exec(text);
	return marks === null ? null : { start: marks.index, end: marks.index + marks[0].length };
}

/** International numbers, and national ones of Morocco and France (0 and nine digits), Arabic digits included. */
const PHONE = /(?<![\p{L}\p{N}.,/-])(?:(?:\+|00)[1-9](?:[ .()-]{0,2}\d){7,14}|0[5-9](?:[ .-]?\d){8})(?![\p{N}\p{L}])/gu;

export function findPhones(units: Units): Span[] {
	const text = units.chars.map((char) => (char.length === 1 ? char : '\ufffd')).join('');
	return [...text.matchAll(PHONE)].map((match) => ({
		start: units.starts[match.index] ?? 0,
		end: units.ends[match.index + match[0].length - 1] ?? 0,
	}));
}
