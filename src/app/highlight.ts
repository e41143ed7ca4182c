// Shows why a text was found: the words that match, folded as the search folds them, and the passage around the first. Pure.
import { searchWords } from '#platform/search.ts';

export interface Piece {
	text: string;
	hit: boolean;
}

const word = /[\p{L}\p{N}\p{M}\u0640]+/gu;

/** True when a word of the text is one of the words searched for; the last of those may be a beginning. */
function matcher(query: string): (text: string) => boolean {
	const wanted = searchWords(query);
	const last = wanted.at(-1);
	return (text) =>
		searchWords(text).some((found) => wanted.includes(found) || (last !== undefined && found.startsWith(last)));
}

/** The text in pieces, those that match marked. Joined, the pieces are the text. */
export function highlight(text: string, query: string): Piece[] {
	const matches = matcher(query);
	const pieces: Piece[] = [];
	const add = (part: string, hit: boolean): void => {
		const before = pieces.at(-1);
		if (part === '') return;
		if (before && before.hit === hit) before.text += part;
		else pieces.push({ text: part, hit });
	};
	let at = 0;
	for (const found of text.matchAll(word)) {
		add(text.slice(at, found.index), false);
		add(found[0], matches(found[0]));
		at = found.index + found[0].length;
	}
	add(text.slice(at), false);
	return pieces;
}

/** About `length` characters around the first match, cut between words; the beginning when nothing matches. */
export function passage(text: string, query: string, length = 180): string {
	if (text.length <= length) return text;
	const matches = matcher(query);
	let first = 0;
	for (const found of text.matchAll(word)) {
		if (!matches(found[0])) continue;
		first = found.index;
		break;
	}
	const from = first < length / 2 ? 0 : text.indexOf(' ', Math.max(0, first - length / 3)) + 1;
	const start = from > first ? first : from;
	const end = start + length >= text.length ? text.length : Math.max(text.lastIndexOf(' ', start + length), first + 1);
	return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}
