// Whether a text holds no listed word, told by what its pieces between spaces were found to be before.
import { foldText } from './fold.ts';
import { entryFor, FEWEST_KNOWN, type Lexicon, type Piece, tokenFits } from './lexicon.ts';
import { FEWEST_SPACED, loneIn, wordsOf } from './split.ts';
import type { Word } from './word.ts';

const MOST_REMEMBERED = 65_536;
/** Longer pieces are not remembered. */
const LONGEST = 40;
const LOUD: Piece = { loud: true, lone: 0, parts: false, begins: false };

/** True only where `findWords` finds nothing; where it is false one must look. */
export function isQuiet(text: string, lexicon: Lexicon): boolean {
	let lone = 0;
	let begun = '';
	for (let from = 0; from < text.length;) {
		const to = pieceEnd(text, from);
		if (to > from) {
			const piece = text.slice(from, to);
			const found = pieceOf(piece, lexicon);
			if (found.loud || (begun !== '' && goesOn(begun, piece, lexicon))) return false;
			lone = found.parts ? 0 : lone + found.lone;
			if (lone >= FEWEST_SPACED) return false;
			begun = found.begins ? piece : '';
		}
		from = to + 1;
	}
	return true;
}

/** Pieces end at plain spaces and line ends; other spaces are left to the closer reading. */
function pieceEnd(text: string, from: number): number {
	let to = from;
	while (to < text.length && text.charCodeAt(to) !== 0x20 && text.charCodeAt(to) !== 0x0a) to += 1;
	return to;
}

function pieceOf(piece: string, lexicon: Lexicon): Piece {
	if (piece.length > LONGEST) return LOUD;
	return remembered(lexicon.pieces, piece, () => {
		const units = foldText(piece);
		const words = wordsOf(units);
		if (words.some((word) => word.kind === 'spaced' || entryFor(lexicon, word, FEWEST_KNOWN) !== null)) return LOUD;
		const written = words.filter(({ kind }) => kind === 'written');
		if (written.slice(1).some((word, i) => mayGoOn(written[i]!, word, lexicon))) return LOUD;
		const { lone, others } = loneIn(units);
		const last = written.at(-1);
		const begins = last !== undefined && phrasesFrom(last, lexicon).length > 0;
		return { loud: false, lone, parts: lone === 0 && others > 0, begins };
	});
}

/** Whether a listed phrase that begins at the end of one piece may go on in the next, or beyond it where no word is there. */
function goesOn(piece: string, next: string, lexicon: Lexicon): boolean {
	return remembered(lexicon.pairs, `${piece} ${next}`, () => {
		const [last, first] = [writtenIn(piece).at(-1), writtenIn(next)[0]];
		return last !== undefined && (first === undefined || mayGoOn(last, first, lexicon));
	});
}

const writtenIn = (piece: string): Word[] => wordsOf(foldText(piece)).filter(({ kind }) => kind === 'written');

const mayGoOn = (first: Word, second: Word, lexicon: Lexicon): boolean =>
	phrasesFrom(first, lexicon).some(({ form }) => tokenFits(form[1]!, second));

/** The listed phrases whose first word this one is. */
function phrasesFrom(word: Word, { phrases }: Lexicon) {
	const open = (phrases.get('') ?? []).filter(({ form }) => tokenFits(form[0]!, word));
	return [...[word.collapsed, ...word.readings].flatMap((form) => phrases.get(form) ?? []), ...open];
}

function remembered<T>(met: Map<string, T>, key: string, find: () => T): T {
	const before = met.get(key);
	if (before !== undefined) return before;
	const found = find();
	if (met.size >= MOST_REMEMBERED) met.clear();
	met.set(key, found);
	return found;
}
