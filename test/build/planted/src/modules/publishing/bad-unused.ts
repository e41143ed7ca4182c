// expect eslint(no-unused-vars): an unused name
import { work } from './work.ts';
export const y = 1;
