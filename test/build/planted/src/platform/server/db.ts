import { readFile } from 'node:fs/promises';
import { Kysely } from 'kysely';
import { fact } from '../fact.ts';
export const db = [readFile, Kysely, fact];
