// Door of commitments for pure code.
export * from './commitment.ts';
export { currencyOf, moneyOf } from './money.ts';
