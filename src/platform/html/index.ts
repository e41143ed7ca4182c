// Door of the sanitiser and of the small text tools around it.
export { escapeHtml, stripBidiControls } from './characters.ts';
export type { CleanOptions } from './clean.ts';
export { cleanHtml } from './clean.ts';
export { firstStrongDir, foreignLocale, guessLocale, languageOf } from './language.ts';
export { beginningOf, excerpt, htmlToPlain, plainToHtml } from './plain.ts';
export { replaceTags, type Tag, withAttribute } from './tags.ts';
export { slugify } from './slug.ts';
