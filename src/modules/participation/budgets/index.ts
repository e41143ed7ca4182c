// Door of budgets for pure code.
export * from './tally/index.ts';
