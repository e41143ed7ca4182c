// The activity log, the runner's keys, settings, mails, files, search.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table activity (
			id uuid not null, pos bigint, space_id uuid, actor_kind text not null, actor_id uuid,
			type text not null, v int not null, reach text not null check (reach in ('public','space','staff','actor')),
			subject text not null, data jsonb not null, cause uuid,
			origin text not null check (origin in ('person','import','federated','system')),
			at timestamptz not null, primary key (id, at)
		) partition by range (at)`.execute(db);
	await sql`create table activity_rest partition of activity default`.execute(db);
	await sql`create index activity_pos on activity (pos)`.execute(db);
	await sql`create index activity_waiting on activity (at, id) where pos is null`.execute(db);
	await sql`create index activity_subject on activity (subject, at)`.execute(db);
	await sql`create index activity_space on activity (space_id, type, at)`.execute(db);
	await sql`
		create function activity_is_insert_only() returns trigger language plpgsql as $$
		begin
			if tg_op = 'UPDATE' and old.pos is null and new.pos is not null
				and to_jsonb(new) - 'pos' = to_jsonb(old) - 'pos' then return new; end if;
			raise exception 'the activity log is insert-only';
		end $$`.execute(db);
	await sql`create trigger activity_insert_only before update or delete on activity
		for each row execute function activity_is_insert_only()`.execute(db);
	await sql`create table sequencer (one boolean primary key default true check (one), last bigint not null)`.execute(
		db,
	);
	await sql`insert into sequencer (last) values (0)`.execute(db);
	await sql`create table follower (name text primary key, pos bigint not null, error text, moved_at timestamptz)`.execute(
		db,
	);
	await sql`create table act (key text primary key, command text not null, actor text not null,
		input_hash text not null, result text, at timestamptz not null)`.execute(db);
	await sql`create index act_at on act (at)`.execute(db);
	await sql`create table setting (key text primary key, value jsonb not null)`.execute(db);
	await sql`
		create table mail (
			id uuid primary key, key text unique, person_id uuid, address text not null, locale text not null,
			subject text not null, body text not null, html text,
			state text not null check (state in ('waiting','sending','sent','kept','failed','unknown')),
			error text, created_at timestamptz not null, sent_at timestamptz
		)`.execute(db);
	await sql`create index mail_person on mail (person_id)`.execute(db);
	await sql`create index mail_created on mail (created_at desc)`.execute(db);
	await sql`
		create table file (
			id uuid primary key, space_id uuid, by_person uuid, sha256 text not null, kind text not null,
			bytes bigint not null, width int, height int, created_at timestamptz not null
		)`.execute(db);
	await sql`create index file_sha256 on file (sha256)`.execute(db);
	await sql`create table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint)`.execute(
		db,
	);
	await sql`
		create table search_entry (
			subject_kind text not null, subject_id uuid not null, locale text not null, space_id uuid not null,
			title text not null, words tsvector not null, folded text not null, at timestamptz not null,
			primary key (subject_kind, subject_id, locale)
		)`.execute(db);
	await sql`create index search_words on search_entry using gin (words)`.execute(db);
	await sql`create index search_space on search_entry (space_id, at desc)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop table search_entry, rate_limit, file, mail, setting, act, follower, sequencer, activity`.execute(db);
	await sql`drop function activity_is_insert_only`.execute(db);
}
