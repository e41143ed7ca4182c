// expect boundaries(dependencies): a module knows the list of modules
import { modules } from '#app/modules.ts';
export const y = modules;
