// The index of published works holds the order of pages whole, so that the newest are read and not sorted.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`drop index work_version_published`.execute(db);
	await sql`
		create index work_version_published on work_version (space_id, locale, published_at desc, id desc)
			where state = 'published'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop index work_version_published`.execute(db);
	await sql`
		create index work_version_published on work_version (space_id, locale, published_at desc)
			where state = 'published'`.execute(db);
}
