// expect boundaries(dependencies): a noun's pure file imports participation's server
import { participation } from '../server/index.ts';
export const y = participation;
