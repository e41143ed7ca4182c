import { queue } from '#engines/moderation/index.ts';
import { space } from '#foundations/spaces/index.ts';
export const work = [queue, space];
export type Work = typeof work;
