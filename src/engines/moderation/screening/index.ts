// The door of text screening: pure, usable from the command line alone.
export { assess, type Assessment, isListed } from './assess.ts';
export type { Span } from './fold.ts';
export type { WordEntry } from './lexicon.ts';
export { macroF1 } from './model/calibrate.ts';
export { cardOf } from './model/card.ts';
export type { Model } from './model/model.ts';
export { packModel, unpackModel } from './model/pack.ts';
export type { TrainingText } from './model/rows.ts';
export { Judge } from './model/score.ts';
export { train } from './model/train.ts';
export { mineWords } from './mine.ts';
export type { Normalised, ViewName } from './normalise.ts';
export { MOST_COMPARED, OWN_WINDOW_MINUTES, screen, WAVE } from './screen.ts';
export type { Screening, ScreeningOptions, ScreeningReason, ScreeningRule } from './screen.ts';
export { defaultWords } from './words.ts';
