import { workPublished } from '#modules/publishing/facts.ts';
import { db } from '#platform/server/db.ts';
export const events = [workPublished, db];
