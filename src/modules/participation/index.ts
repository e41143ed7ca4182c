// Door of participation for pure code: phases, the chain of a proposal, commitments, texts in the best language.
export { inBestLanguage } from './best-language.ts';
export { personKeyOf } from './person-key.ts';
export * from './budgets/index.ts';
export * from './commitments/index.ts';
export * from './debates/index.ts';
export * from './processes/index.ts';
export * from './proposals/index.ts';
