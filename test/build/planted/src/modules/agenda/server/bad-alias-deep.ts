// expect boundaries(dependencies): a module reaches into a neighbour by an alias
import { works } from '#modules/publishing/server/store.ts';
export const y = works;
