// expect boundaries(dependencies): a foundation knows an engine
import { counter } from '#engines/impact/index.ts';
export const y = counter;
