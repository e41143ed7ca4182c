// Door of listening for pure code.
export * from './bursts/index.ts';
