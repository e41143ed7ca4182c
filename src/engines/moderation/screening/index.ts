// The door of text screening: pure, usable from the command line alone.
export type { Span } from './fold.ts';
export type { WordEntry } from './lexicon.ts';
export type { Normalised, ViewName } from './normalise.ts';
export { MOST_COMPARED, OWN_WINDOW_MINUTES, screen, WAVE } from './screen.ts';
export type { Screening, ScreeningOptions, ScreeningReason, ScreeningRule } from './screen.ts';
export { defaultWords } from './words.ts';
