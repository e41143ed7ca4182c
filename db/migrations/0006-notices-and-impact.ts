// What followers keep: notices to people, counters and samples of indicators.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table notice (
			fact_id uuid not null, person_id uuid not null, key text not null, space_id uuid, subject_kind text not null,
			subject_id uuid not null, at timestamptz not null, read_at timestamptz, primary key (fact_id, person_id)
		)`.execute(db);
	await sql`create index notice_person on notice (person_id, at desc)`.execute(db);
	await sql`
		create table counter (
			space_id uuid not null, indicator text not null, day date not null, part text not null, n numeric not null,
			primary key (space_id, indicator, day, part)
		)`.execute(db);
	await sql`
		create table sample (
			fact_id uuid not null, indicator text not null, space_id uuid not null, day date not null, value double precision not null,
			primary key (fact_id, indicator)
		)`.execute(db);
	await sql`create index sample_period on sample (space_id, indicator, day)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop table sample, counter, notice`.execute(db);
}
