// expect boundaries(dependencies): a page passes by a module's door
import { works } from '#modules/publishing/server/store.ts';
export const load = () => works;
