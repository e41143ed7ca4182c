// The short list a new space starts with. Spaces add to it and take from it; sources in README.
import type { WordEntry } from './lexicon.ts';
import list from './words.json' with { type: 'json' };

/** Plain insults that are not also ordinary words in one of the other languages. `from: mined`: proposed by mine.ts, then reviewed. */
export const defaultWords: readonly WordEntry[] = list.map(({ pattern, match, lang, mild }) => ({
	pattern,
	match: match === 'skeleton' ? 'skeleton' : 'word',
	lang,
	...(mild === true ? { mild } : {}),
}));
