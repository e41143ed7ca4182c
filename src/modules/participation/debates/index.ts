// Door of debates for pure code.
export * from './opinion-map/index.ts';
