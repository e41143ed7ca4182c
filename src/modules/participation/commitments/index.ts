// Door of commitments for pure code.
export * from './commitment.ts';
export { moneyOf } from './money.ts';
