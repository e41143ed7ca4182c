// expect boundaries(dependencies): a module reaches into a neighbour by a relative path
import { works } from '../../publishing/server/store.ts';
export const y = works;
