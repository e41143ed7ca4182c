// The lists of words by language, as written by hand (README.md, "Categories of words").
import ar from './ar.json' with { type: 'json' };
import ary from './ary.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import pictures from './pictures.json' with { type: 'json' };
import type { Category } from './names.ts';

/** Words between spaces: `*` is any ending, `~` an ending of gender, number or degree in Spanish. */
export type List = Readonly<Partial<Record<Category, string>>>;

/** Those in Latin letters first: a text is read by the one that knows most of its words, and by the others always. */
export const LISTS: readonly List[] = [es, fr, en, ary, ar, pictures];
export const LATIN = 4;
