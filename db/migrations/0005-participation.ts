// Processes with phases, proposals with supports, answers, commitments and their progress.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table process (
			id uuid primary key, space_id uuid not null references space(id), address text not null, zone text not null,
			state text not null check (state in ('draft','published','archived')), created_at timestamptz not null,
			v int not null default 1, unique (space_id, address)
		)`.execute(db);
	await sql`create table process_text (process_id uuid not null references process(id), locale text not null,
		title text not null, description text not null, primary key (process_id, locale))`.execute(db);
	await sql`
		create table phase (
			id uuid primary key, process_id uuid not null references process(id), kind text not null
				check (kind in ('information','proposals','answers','follow_up')),
			starts_wall text not null, ends_wall text not null
		)`.execute(db);
	await sql`create index phase_process on phase (process_id, starts_wall)`.execute(db);
	await sql`
		create table proposal (
			id uuid primary key, space_id uuid not null references space(id), process_id uuid not null references process(id),
			number int not null, author_kind text not null, author_id uuid not null, locale text not null, title text not null,
			text text not null, place text, territory_id uuid references territory(id),
			state text not null check (state in ('published','held','refused','withdrawn','erased')),
			supports int not null default 0, created_at timestamptz not null, edited_at timestamptz, v int not null default 1,
			unique (process_id, number)
		)`.execute(db);
	await sql`create index proposal_space on proposal (space_id, created_at desc)`.execute(db);
	await sql`
		create table support (
			proposal_id uuid not null references proposal(id), person_key text not null, actor_kind text not null,
			actor_id uuid, at timestamptz not null, primary key (proposal_id, person_key)
		)`.execute(db);
	await sql`create index support_actor on support (actor_id)`.execute(db);
	await sql`
		create table answer (
			proposal_id uuid primary key references proposal(id), space_id uuid not null references space(id),
			outcome text not null check (outcome in ('accepted','declined')), reasons jsonb not null, by_person uuid,
			at timestamptz not null
		)`.execute(db);
	await sql`
		create table commitment (
			id uuid primary key, space_id uuid not null references space(id), proposal_id uuid not null unique references proposal(id),
			owners jsonb not null, budget numeric, currency text, due_on date not null,
			status text not null check (status in ('planned','under_way','done','abandoned')), done_at timestamptz,
			created_at timestamptz not null, v int not null default 1
		)`.execute(db);
	await sql`create index commitment_space on commitment (space_id, due_on)`.execute(db);
	await sql`
		create table progress (
			id uuid primary key, commitment_id uuid not null references commitment(id), status text not null, notes jsonb not null,
			by_person uuid, at timestamptz not null
		)`.execute(db);
	await sql`create index progress_commitment on progress (commitment_id, at)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop table progress, commitment, answer, support, proposal, phase, process_text, process`.execute(db);
}
