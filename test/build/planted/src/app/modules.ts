import { flags } from '#engines/moderation/server/index.ts';
import { store } from '#foundations/accounts/server/index.ts';
import { participation } from '#modules/participation/server/index.ts';
import { works } from '#modules/publishing/server/index.ts';
import { db } from '#platform/server/db.ts';
export const modules = [flags, store, participation, works, db];
