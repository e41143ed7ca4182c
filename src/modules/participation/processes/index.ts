// Door of processes for pure code.
export * from './process.ts';
