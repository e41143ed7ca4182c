import { readFileSync } from 'node:fs';
import { work } from './work.ts';
export const seen = [readFileSync, work];
