// Door of conversation for pure code.
export { editMinutes } from './contribution.ts';
