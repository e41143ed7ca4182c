import { flags } from '#engines/moderation/server/index.ts';
import { work } from '../work.ts';
export const works = [flags, work];
export type Works = typeof works;
