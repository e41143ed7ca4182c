// The short list a new space starts with. Spaces add to it and take from it; sources in README.
import type { WordEntry } from './lexicon.ts';
import list from './words.json' with { type: 'json' };

/** Mild on purpose: plain insults that are not also ordinary words in one of the other languages. */
export const defaultWords: readonly WordEntry[] = list.map(({ pattern, match, lang }) => ({
	pattern,
	match: match === 'skeleton' ? 'skeleton' : 'word',
	lang,
}));
