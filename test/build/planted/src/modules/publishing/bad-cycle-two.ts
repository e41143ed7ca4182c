// expect import(no-cycle): a cycle through an alias, the way back
import { one } from './bad-cycle-one.ts';
export const two = () => one;
