// Door of conversation for pure code.
export { editMinutes, minutesToEdit } from './contribution.ts';
export type { ContributionState } from './contribution.ts';
export * from './claims/index.ts';
export { ownWords, quoteOf } from './quote.ts';
export type { ContributionView, Sort, ThreadPage, ThreadView, Typed } from './thread.ts';
