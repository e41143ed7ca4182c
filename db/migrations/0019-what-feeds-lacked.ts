// What entries of a feed's last run came in without, beside pictures: each told with its reason.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table feed_source add column last_warnings jsonb not null default '[]'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`alter table feed_source drop column last_warnings`.execute(db);
}
