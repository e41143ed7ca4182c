import { modules } from '#app/modules.ts';
import { db } from '#platform/server/db.ts';
export const handle = [modules, db];
