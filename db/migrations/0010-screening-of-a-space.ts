// What screening watches in a space; texts of a space and of an author are found by their date.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table screening_setting (
			space_id uuid primary key references space(id), default_words boolean not null, exempt jsonb not null,
			links int not null, links_first int not null, hosts jsonb not null
		)`.execute(db);
	await sql`create index contribution_space on contribution (space_id, created_at desc)`.execute(db);
	await sql`create index proposal_author on proposal (author_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop index proposal_author`.execute(db);
	await sql`drop index contribution_space`.execute(db);
	await sql`drop table screening_setting`.execute(db);
}
