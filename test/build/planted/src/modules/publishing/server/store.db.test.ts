import { readFile } from 'node:fs/promises';
import { build } from '#test/support/build.ts';
import { works } from './store.ts';
export const seen = [readFile, build, works];
