// expect boundaries(dependencies): a module reads only its neighbour's facts, not its pure door
import { work } from '#modules/publishing/index.ts';
export const y = work;
