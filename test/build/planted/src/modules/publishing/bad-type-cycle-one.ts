// expect import(no-cycle): a cycle of types
import type { Two } from './bad-type-cycle-two.ts';
export type One = { two?: Two };
