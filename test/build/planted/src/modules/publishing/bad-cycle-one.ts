// expect import(no-cycle): a cycle through an alias
import { two } from '#modules/publishing/bad-cycle-two.ts';
export const one = () => two;
