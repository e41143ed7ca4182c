// expect boundaries(dependencies): the platform knows an engine
import { counter } from '#engines/impact/index.ts';
export const y = counter;
