// expect boundaries(dependencies): a pure file imports its own server
import { works } from './server/store.ts';
export const y = works;
