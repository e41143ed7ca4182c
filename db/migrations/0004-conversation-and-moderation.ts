// Threads, contributions, flags; rules, cases, decisions, appeals.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table thread (
			id uuid primary key, space_id uuid not null references space(id), subject_kind text not null,
			subject_id uuid not null unique, open boolean not null default true, published int not null default 0
		)`.execute(db);
	await sql`
		create table contribution (
			id uuid primary key, space_id uuid not null references space(id), thread_id uuid not null references thread(id),
			parent_id uuid references contribution(id), author_kind text not null, author_id uuid not null,
			locale text not null, text text not null, state text not null
				check (state in ('published','held','refused','withdrawn','erased')),
			created_at timestamptz not null, edited_at timestamptz, v int not null default 1
		)`.execute(db);
	await sql`create index contribution_thread on contribution (thread_id, created_at)`.execute(db);
	await sql`create index contribution_author on contribution (author_id)`.execute(db);
	await sql`
		create table flag (
			id uuid primary key, space_id uuid not null references space(id), subject_kind text not null, subject_id uuid not null,
			by_kind text not null, by_id uuid not null, reason text not null, text text not null, at timestamptz not null,
			unique (subject_id, by_id)
		)`.execute(db);
	await sql`
		create table rule (
			id uuid primary key, space_id uuid not null references space(id), number int not null, texts jsonb not null,
			since timestamptz not null, retired_at timestamptz
		)`.execute(db);
	await sql`create unique index rule_number on rule (space_id, number) where retired_at is null`.execute(db);
	await sql`create table watched_word (space_id uuid not null references space(id), pattern text not null, match text not null, primary key (space_id, pattern))`.execute(
		db,
	);
	await sql`
		create table moderation_case (
			id uuid primary key, space_id uuid not null references space(id), subject_kind text not null, subject_id uuid not null,
			source text not null check (source in ('screening','flag','appeal')), because jsonb not null,
			state text not null check (state in ('open','decided')), opened_at timestamptz not null,
			decided_at timestamptz, not_by uuid
		)`.execute(db);
	await sql`create unique index moderation_case_open on moderation_case (subject_id) where state = 'open'`.execute(db);
	await sql`create index moderation_case_queue on moderation_case (space_id, state, opened_at)`.execute(db);
	await sql`
		create table decision (
			id uuid primary key, case_id uuid not null references moderation_case(id), space_id uuid not null references space(id),
			subject_kind text not null, subject_id uuid not null, outcome text not null check (outcome in ('publish','refuse')),
			rule_id uuid references rule(id), sentence text, sentence_locale text, by_person uuid, at timestamptz not null,
			undone_at timestamptz, undone_by uuid
		)`.execute(db);
	await sql`create index decision_subject on decision (subject_id, at)`.execute(db);
	await sql`create index decision_space on decision (space_id, at desc)`.execute(db);
	await sql`
		create table appeal (
			id uuid primary key, decision_id uuid not null unique references decision(id), space_id uuid not null references space(id),
			text text not null, at timestamptz not null
		)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop table appeal, decision, moderation_case, watched_word, rule, flag, contribution, thread`.execute(db);
}
