// expect boundaries(dependencies): a module reads only its neighbour's facts, not its door
import { works } from '#modules/publishing/server/index.ts';
export const y = works;
