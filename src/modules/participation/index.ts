// Door of participation for pure code: phases, the chain of a proposal, texts in the best language.
export * from './processes/process.ts';
export * from './proposals/proposal.ts';
