// expect boundaries(dependencies): the application passes by a module's door
import { works } from '#modules/publishing/server/store.ts';
export const y = works;
