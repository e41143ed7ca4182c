// Door of bursts: watching counts an hour. Plain data in, plain data out.
export type { Alarm, Level, Why } from './alarm.ts';
export { HOUR, type Hour } from './series.ts';
export { type Budget, usualBudget, type Watch, watch } from './watch.ts';
