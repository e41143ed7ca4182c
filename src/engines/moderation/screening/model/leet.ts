// Signs and digits written for Latin letters, read so that they make words often met; in Arabizi 3 5 7 8 9 may be letters themselves.
import { LEET } from '../tables.ts';
import { levelOf, type Vocabulary, wordHash } from './vocabulary.ts';

const letters = new Map([...LEET].map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]));
const L = 108;
const oneOrBar = codesOf('1!|');
/** Signs no Arabizi word uses for a letter: where one stands between letters, the word is leet. */
const betrayers = codesOf('014@$!|€£');
/** More ways than these are not tried. */
const MOST_OPEN = 5;
const SHORTEST_GUESS = 4;
const COMMON = 2;

function codesOf(signs: string): ReadonlySet<number> {
	return new Set([...signs].map((sign) => sign.charCodeAt(0)));
}

export const betrays = (code: number): boolean => betrayers.has(code);
/** Read as a letter, whatever stands around it. */
const asLetter = (code: number): number => letters.get(code) ?? code;

/**
 * The letters of a word. `sure`: one of its signs betrays leet; `around`: the text has other such words. Without a vocabulary every
 * sign of a sure word is read as its usual letter; with one, the reading met most often wins, and a word known as it stands stays.
 */
export function unleet(
	vocabulary: Vocabulary | null,
	codes: readonly number[],
	sure: boolean,
	around: boolean,
): readonly number[] {
	const usual = codes.map(asLetter);
	const unread = sure || around ? usual : codes;
	if (vocabulary === null) return sure ? usual : codes;
	const open = [...codes.keys()].filter(
		(i) => oneOrBar.has(codes[i]!) || (usual[i] !== codes[i] && !betrays(codes[i]!)),
	);
	if (open.length > MOST_OPEN) return unread;
	if (!sure && !around && (codes.length < SHORTEST_GUESS || levelOf(vocabulary, wordHash(codes, 0, codes.length)) > 0))
		return codes;
	let best = sure || around ? 0 : COMMON - 1;
	let chosen = unread;
	for (let way = 0; way < 1 << open.length; way += 1) {
		const read = [...usual];
		for (const [k, place] of open.entries())
			if ((way & (1 << k)) !== 0) read[place] = oneOrBar.has(codes[place]!) ? L : codes[place]!;
		const level = levelOf(vocabulary, wordHash(read, 0, read.length));
		if (level <= best) continue;
		best = level;
		chosen = read;
	}
	return chosen;
}

/** A common word that digits and signs alone make (70: to, 35: es), or null. */
export function wordOfDigits(vocabulary: Vocabulary, codes: readonly number[]): readonly number[] | null {
	const read = codes.map(asLetter);
	return read.every((code) => code >= 97) && levelOf(vocabulary, wordHash(read, 0, read.length)) >= COMMON
		? read
		: null;
}
