// A validator's sign-off, bound to the hash of the exact text, and whether a space asks for one.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table space add column sign_off_required boolean not null default false`.execute(db);
	await sql`
		create table sign_off (
			id uuid primary key, version_id uuid not null references work_version(id), by_person uuid,
			outcome text not null check (outcome in ('signed', 'refused')), hash text not null, reason text, at timestamptz not null
		)`.execute(db);
	await sql`create index sign_off_of on sign_off (version_id, at)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop table sign_off`.execute(db);
	await sql`alter table space drop column sign_off_required`.execute(db);
}
