// Categories of words: what a text talks about, whichever words it says it with.
export { categoriesOf, newWordsByCategory, type WordsByCategory } from './marks.ts';
export { CATEGORIES } from './names.ts';
