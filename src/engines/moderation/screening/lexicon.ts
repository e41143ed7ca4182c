// A list of words made ready for looking up, and the look-up itself. Patterns are folded the same way as the texts.
import { foldText } from './fold.ts';
import { kindOf, DIGIT, LETTER, limited } from './letters.ts';
import type { Outline } from './skeleton.ts';
import { agrees, outlineOf } from './skeleton.ts';
import { outlinesOf, type Word } from './word.ts';

/**
 * A word or phrase to hold for. `*` in the pattern stands for any letters (`connard*`). `word` compares letters,
 * `skeleton` also sounds across Arabic script and Arabizi (three consonants at least, otherwise it is treated as `word`).
 */
export interface WordEntry {
	readonly pattern: string;
	readonly match: 'word' | 'skeleton';
	readonly lang?: string;
	/** Also an exclamation: no insult by itself. A space holds for it all the same; `assess` leaves it to the model. */
	readonly mild?: true;
}

/** What is known of a piece of text between spaces (quiet.ts). */
export interface Piece {
	/** A listed word is in it, or may be. */
	readonly loud: boolean;
	/** How many of its chunks are one letter, or one sign. */
	readonly lone: number;
	/** Holds a longer chunk and no lone letter: letters before and after it make no word. */
	readonly parts: boolean;
	/** A listed phrase may begin with its last word: what follows must be seen. */
	readonly begins: boolean;
}

interface Token {
	readonly text: string;
	readonly collapsed: string;
	readonly open: boolean;
}

interface Listed<Form> {
	readonly entry: WordEntry;
	readonly form: Form;
}

export interface Lexicon {
	readonly exact: ReadonlyMap<string, WordEntry>;
	readonly collapsed: ReadonlyMap<string, WordEntry>;
	/** By first letter; those that begin with `*` under ''. */
	readonly open: ReadonlyMap<string, readonly Listed<Token>[]>;
	/** By first word collapsed; those whose first word has a `*` under ''. */
	readonly phrases: ReadonlyMap<string, readonly Listed<readonly Token[]>[]>;
	readonly skeletons: ReadonlyMap<string, readonly Listed<{ outline: Outline; open: boolean }>[]>;
	/** What stands before the `*` of open patterns, five letters at least. */
	readonly stems: ReadonlyMap<string, WordEntry>;
	readonly byLength: ReadonlyMap<number, readonly Listed<string>[]>;
	/** What was found for words met before. */
	readonly met: Map<string, WordEntry | null>;
	/** What was found in pieces of text met before, and in two of them in a row. */
	readonly pieces: Map<string, Piece>;
	readonly pairs: Map<string, boolean>;
}

const ready = new WeakMap<readonly WordEntry[], Lexicon>();

/** The look-up form of a list, made once per array. Patterns without two letters are left out: they would hold everything. */
export function lexiconOf(entries: readonly WordEntry[]): Lexicon {
	const made = ready.get(entries) ?? lexiconAfresh(entries);
	ready.set(entries, made);
	return made;
}

function lexiconAfresh(entries: readonly WordEntry[]): Lexicon {
	const exact = new Map<string, WordEntry>();
	const collapsed = new Map<string, WordEntry>();
	const open = new Map<string, Listed<Token>[]>();
	const phrases = new Map<string, Listed<Token[]>[]>();
	const skeletons = new Map<string, Listed<{ outline: Outline; open: boolean }>[]>();
	const stems = new Map<string, WordEntry>();
	const byLength = new Map<number, Listed<string>[]>();
	for (const entry of entries) {
		const tokens = tokensOf(entry.pattern);
		const [only] = tokens;
		if (only === undefined || tokens.reduce((sum, token) => sum + token.text.replaceAll('*', '').length, 0) < 2)
			continue;
		if (tokens.length > 1) {
			push(phrases, only.open ? '' : only.collapsed, { entry, form: tokens });
			continue;
		}
		if (/^[^*]{5,}\*$/u.test(only.text)) setOnce(stems, only.text.slice(0, -1), entry);
		if (only.open) push(open, only.text[0]?.replace('*', '') ?? '', { entry, form: only });
		else {
			setOnce(exact, only.text, entry);
			setOnce(collapsed, only.collapsed, entry);
			push(byLength, [...only.text].length, { entry, form: only.text });
		}
		const outline = entry.match === 'skeleton' ? outlineOf(only.collapsed.replace(/\*$/u, '')) : null;
		if (outline !== null && outline.consonants.length >= 3) {
			push(skeletons, outline.consonants.slice(0, 3), { entry, form: { outline, open: only.open } });
		}
	}
	return {
		exact,
		collapsed,
		open,
		phrases,
		skeletons,
		stems,
		byLength,
		met: new Map(),
		pieces: new Map(),
		pairs: new Map(),
	};
}

function tokensOf(pattern: string): Token[] {
	const chars = foldText(pattern).chars.map((char) =>
		char === '*' || (kindOf(char) & (LETTER | DIGIT)) !== 0 ? char : ' ',
	);
	return chars
		.join('')
		.replace(/\*+/gu, '*')
		.split(' ')
		.filter((text) => text !== '')
		.map((text) => ({ text: limited(text, 2), collapsed: limited(text, 1), open: text.includes('*') }));
}

function setOnce(map: Map<string, WordEntry>, key: string, entry: WordEntry): void {
	if (!map.has(key)) map.set(key, entry);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const there = map.get(key);
	if (there === undefined) map.set(key, [value]);
	else there.push(value);
}

/** Where more letters must be seen than these, stars are no mere ornament: the word without them is not what is written. */
export const FEWEST_KNOWN = 2;

const MOST_MET = 16_384;
const LONGEST_MET = 20;

/** The entry one word falls under, or null. Of a starred-out word at least `known` letters must be there. */
export function entryFor(lexicon: Lexicon, word: Word, known: number): WordEntry | null {
	// A word as it stands, neither drawn out nor starred, is its letters and nothing more.
	if (word.kind !== 'written' || word.stretched || word.plain.length > LONGEST_MET)
		return entryAfresh(lexicon, word, known);
	const before = lexicon.met.get(word.plain);
	if (before !== undefined) return before;
	const entry = entryAfresh(lexicon, word, known);
	if (lexicon.met.size < MOST_MET) lexicon.met.set(word.plain, entry);
	return entry;
}

function entryAfresh(lexicon: Lexicon, word: Word, known: number): WordEntry | null {
	if (word.starred !== null && known > FEWEST_KNOWN) return starredEntry(lexicon, word.starred, known);
	const found = lexicon.exact.get(word.plain) ?? openEntry(lexicon, word.plain, 'text');
	if (found !== undefined) return found;
	for (const reading of word.readings) {
		const entry = lexicon.exact.get(reading) ?? openEntry(lexicon, reading, 'text');
		if (entry !== undefined) return entry;
	}
	const decoded = leetOnly(word.plain);
	if (decoded !== null) {
		const entry = lexicon.exact.get(decoded) ?? openEntry(lexicon, decoded, 'text');
		if (entry !== undefined) return entry;
	}
	if (word.stretched) {
		const entry = lexicon.collapsed.get(word.collapsed) ?? openEntry(lexicon, word.collapsed, 'collapsed');
		if (entry !== undefined) return entry;
	}
	return (word.starred === null ? null : starredEntry(lexicon, word.starred, known)) ?? skeletonEntry(lexicon, word);
}

/** Latin letters with 3, 5 or 7, which may be Arabizi: read as leet only where that gives a listed word. */
function leetOnly(plain: string): string | null {
	if (!/[357]/u.test(plain) || !/^[a-z357]{4,}$/u.test(plain)) return null;
	return plain.replaceAll('3', 'e').replaceAll('5', 's').replaceAll('7', 't');
}

function openEntry(lexicon: Lexicon, form: string, as: 'text' | 'collapsed'): WordEntry | undefined {
	const fitting = (one: Listed<Token>) => fits(one.form[as], form);
	return (lexicon.open.get(form[0] ?? '')?.find(fitting) ?? lexicon.open.get('')?.find(fitting))?.entry;
}

/** A starred-out word: one unknown letter per star, `fewest` letters known at least and no more stars than letters. */
function starredEntry(lexicon: Lexicon, starred: string, fewest: number): WordEntry | null {
	const letters = [...starred];
	const unknown = letters.filter((char) => char === '*').length;
	const known = letters.length - unknown;
	if (unknown === 0 || known < fewest || unknown > known) return null;
	const same = lexicon.byLength.get(letters.length) ?? [];
	const fitsStars = (form: readonly string[]) => form.every((char, i) => letters[i] === '*' || letters[i] === char);
	const found = same.find(({ form }) => fitsStars([...form]));
	if (found !== undefined) return found.entry;
	const stems = lexicon.open.get(letters[0] ?? '') ?? [];
	return stems.find(({ form: { text } }) => /^[^*]{4,}\*$/u.test(text) && beginsAs(text.slice(0, -1)))?.entry ?? null;

	/** A stem hidden in part, with an ending of two letters at most unless most of the stem is there (c*ntar is not of cunt). */
	function beginsAs(stem: string): boolean {
		const left = letters.length - stem.length;
		const seen = letters.slice(0, stem.length).filter((char) => char !== '*').length;
		return left >= 0 && seen >= fewest && (left <= LONGEST_ENDING || seen >= SURE_STEM) && fitsStars([...stem]);
	}
}

/** How many letters may follow a stem hidden in part, and how many of it must be seen if more do. */
const LONGEST_ENDING = 2;
const SURE_STEM = 5;

function skeletonEntry(lexicon: Lexicon, word: Word): WordEntry | null {
	for (const outline of outlinesOf(word)) {
		const near = lexicon.skeletons.get(outline.consonants.slice(0, 3));
		const found = near?.find(({ form }) => agrees(form.outline, outline, form.open));
		if (found !== undefined) return found.entry;
	}
	return null;
}

/** Whether one word of a phrase is there as written, drawn out or misspelt in leet. */
export function tokenFits(token: { text: string; collapsed: string }, word: Word): boolean {
	return (
		[word.plain, ...word.readings].some((form) => fits(token.text, form)) ||
		(word.stretched && fits(token.collapsed, word.collapsed))
	);
}

/** `*` stands for a run of letters, however long; linear time for the lengths met here. */
function fits(pattern: string, word: string): boolean {
	let p = 0;
	let w = 0;
	let star = -1;
	let resume = 0;
	while (w < word.length) {
		if (pattern[p] === '*') {
			star = p;
			p += 1;
			resume = w;
		} else if (p < pattern.length && pattern[p] === word[w]) {
			p += 1;
			w += 1;
		} else if (star >= 0) {
			p = star + 1;
			resume += 1;
			w = resume;
		} else return false;
	}
	while (pattern[p] === '*') p += 1;
	return p === pattern.length;
}
