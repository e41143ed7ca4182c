// Where a person is signed in, newest first.
import type { Db } from '#platform/server/db.ts';
import { browserName } from '../browser.ts';
import './schema.ts';

/** Open sessions with the browser's name in short; no address is kept. */
export async function listSessions(db: Db, personId: string, now: Date) {
	const sessions = await db
		.selectFrom('session')
		.select(['id', 'user_agent', 'created_at as since', 'updated_at as seen'])
		.where('person_id', '=', personId)
		.where('expires_at', '>', now)
		.orderBy('created_at', 'desc')
		.limit(50)
		.execute();
	return sessions.map(({ user_agent, ...session }) => ({ ...session, browser: browserName(user_agent) }));
}
