// Where a person is signed in, newest first.
import type { Db } from '#platform/server/db.ts';
import './schema.ts';

/** Open sessions with the name the browser gave itself; no address is kept. */
export const listSessions = (db: Db, personId: string, now: Date) =>
	db
		.selectFrom('session')
		.select(['id', 'user_agent as browser', 'created_at as since', 'updated_at as seen'])
		.where('person_id', '=', personId)
		.where('expires_at', '>', now)
		.orderBy('created_at', 'desc')
		.limit(50)
		.execute();
