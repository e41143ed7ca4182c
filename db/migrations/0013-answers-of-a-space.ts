// Replies in the name of the space, and contributions that staff say need none.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table contribution add column as_space boolean not null default false`.execute(db);
	await sql`
		create table set_aside (
			contribution_id uuid primary key references contribution(id), by_person uuid, at timestamptz not null
		)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop table set_aside`.execute(db);
	await sql`alter table contribution drop column as_space`.execute(db);
}
