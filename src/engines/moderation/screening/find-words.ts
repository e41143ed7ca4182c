// Finds the listed words and phrases of a text, each with the stretch of the original it covers.
import type { Span, Units } from './fold.ts';
import { entryFor, FEWEST_KNOWN, tokenFits, type Lexicon, type WordEntry } from './lexicon.ts';
import type { Normalised } from './normalise.ts';
import type { Word } from './word.ts';

export interface FoundWord {
	readonly entry: WordEntry;
	readonly span: Span;
}

/** Shortest listed word looked for inside a run of single letters, where word borders are lost. */
const SHORTEST_INSIDE = 4;
/** Who stars out more words than these hides a whole text and not an insult: what could be a listed word could be many others. */
const MOST_STARRED = 2;
const FEWEST_AMONG_STARS = 4;
/** Finds over one another stand no farther apart in their order. */
const NEIGHBOURS = 64;

/** In order of appearance, one per place. */
export function findWords(text: Normalised, lexicon: Lexicon): FoundWord[] {
	const found: FoundWord[] = [];
	let starred = 0;
	for (const word of text.words) if (word.starred !== null) starred += 1;
	for (const word of text.words) {
		const entry = entryFor(lexicon, word, starred > MOST_STARRED ? FEWEST_AMONG_STARS : FEWEST_KNOWN);
		if (entry !== null) found.push({ entry, span: { start: word.start, end: word.end } });
		else if (word.kind === 'spaced') found.push(...insideOf(word, text.units, lexicon));
	}
	found.push(
		...phrasesIn(
			text.words.filter((word) => word.kind === 'written'),
			lexicon,
		),
	);
	found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
	return found.filter((one, i) => {
		const near = Math.max(0, i - NEIGHBOURS);
		return !found.slice(near, i + NEIGHBOURS).some((other, k) => near + k !== i && saysMore(other, one, near + k < i));
	});
}

/** Of two finds over one another: by the same entry the tighter one, by two entries the wider one; the first when equal. */
function saysMore(other: FoundWord, one: FoundWord, first: boolean): boolean {
	const [inner, outer] = other.entry === one.entry ? [other.span, one.span] : [one.span, other.span];
	if (outer.start > inner.start || outer.end < inner.end) return false;
	return first || outer.start < inner.start || outer.end > inner.end;
}

function insideOf(word: Word, units: Units, lexicon: Lexicon): FoundWord[] {
	const letters = word.raw.join('');
	if (letters.length !== word.raw.length) return [];
	const found: FoundWord[] = [];
	for (const [text, entry] of [...lexicon.exact, ...lexicon.stems]) {
		const at = text.length < SHORTEST_INSIDE ? -1 : letters.indexOf(text);
		const first = word.places[at];
		const last = word.places[at + text.length - 1];
		if (at < 0 || first === undefined || last === undefined) continue;
		found.push({ entry, span: { start: units.starts[first] ?? word.start, end: units.ends[last] ?? word.end } });
	}
	return found;
}

function phrasesIn(words: readonly Word[], lexicon: Lexicon): FoundWord[] {
	const found: FoundWord[] = [];
	if (lexicon.phrases.size === 0) return found;
	const open = lexicon.phrases.get('') ?? [];
	for (const [i, first] of words.entries()) {
		const begun = [first.collapsed, ...first.readings].flatMap((form) => lexicon.phrases.get(form) ?? []);
		for (const { entry, form } of open.length === 0 ? begun : [...begun, ...open]) {
			const said = words.slice(i, i + form.length);
			const last = said.at(-1);
			if (last === undefined || said.length < form.length) continue;
			if (said.every((word, k) => tokenFits(form[k] ?? NOTHING, word))) {
				found.push({ entry, span: { start: first.start, end: last.end } });
			}
		}
	}
	return found;
}

/** Fits no word. */
const NOTHING = { text: '', collapsed: '' };
