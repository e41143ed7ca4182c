// Categories of words: what a text talks about, whichever words it says it with.
export { categoriesOf } from './marks.ts';
