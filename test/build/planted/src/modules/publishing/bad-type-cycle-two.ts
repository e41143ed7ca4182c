// expect import(no-cycle): a cycle of types, the way back
import type { One } from './bad-type-cycle-one.ts';
export type Two = { one?: One };
