// expect boundaries(dependencies): a pure file reads files
import { readFile } from 'node:fs/promises';
export const y = readFile;
