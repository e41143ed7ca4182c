// Door of proposals for pure code.
export * from './kept.ts';
export * from './policy.ts';
export * from './proposal.ts';
