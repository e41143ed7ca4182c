// expect boundaries(dependencies): a component's helper reads files
import { readFileSync } from 'node:fs';
export const y = readFileSync;
