// Months whose report an analyst has compared with its rows.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table report_check (
			space_id uuid not null references space(id), from_day text not null, by_person uuid, at timestamptz not null,
			primary key (space_id, from_day)
		)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop table report_check`.execute(db);
}
