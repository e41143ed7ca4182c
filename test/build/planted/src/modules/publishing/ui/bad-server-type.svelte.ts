// expect boundaries(dependencies): a controller imports a type of its own server
import type { Works } from '../server/store.ts';
export type Y = Works;
