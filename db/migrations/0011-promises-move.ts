// What a commitment and the words of an answer were before they changed, with the public reason of each change.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table commitment_revision (
			id uuid primary key, commitment_id uuid not null references commitment(id), was jsonb not null, became jsonb not null,
			because jsonb not null, by_person uuid, at timestamptz not null
		)`.execute(db);
	await sql`create index commitment_revision_of on commitment_revision (commitment_id, at)`.execute(db);
	await sql`
		create table answer_revision (
			id uuid primary key, proposal_id uuid not null references answer(proposal_id), was jsonb not null,
			because jsonb not null, by_person uuid, at timestamptz not null
		)`.execute(db);
	await sql`create index answer_revision_of on answer_revision (proposal_id, at)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop table answer_revision, commitment_revision`.execute(db);
}
