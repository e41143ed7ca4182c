// expect boundaries(dependencies): a noun reads only other modules' facts
import { work } from '#modules/publishing/index.ts';
export const y = work;
