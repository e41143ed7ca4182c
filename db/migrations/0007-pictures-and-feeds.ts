// Smaller copies of pictures; feeds that are paused or removed, and the pictures of theirs that could not be had.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table file add column copies jsonb not null default '[]'`.execute(db);
	await sql`
		alter table feed_source add column paused_at timestamptz, add column removed_at timestamptz,
			add column last_pictures jsonb not null default '[]'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`alter table feed_source drop column paused_at, drop column removed_at, drop column last_pictures`.execute(
		db,
	);
	await sql`alter table file drop column copies`.execute(db);
}
