import { db } from '#platform/server/db.ts';
import { account } from '../account.ts';
export const store = [db, account];
