// Door of publishing for pure code: states, moves, addresses.
export * from './work.ts';
