// expect boundaries(dependencies): a type is a dependency too
import type { Works } from '#modules/publishing/server/store.ts';
export type Y = Works;
