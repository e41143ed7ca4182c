// Letters and digits of other keyboards are folded for search since: the followers of search read the log once more, which
// writes each entry anew.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`update follower set pos = 0 where name in ('search-works', 'search-proposals')`.execute(db);
}

/** What was written anew is found as well by a program from before. */
export async function down(): Promise<void> {}
