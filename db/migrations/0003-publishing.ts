// Works with a version per language, their reviews, and feeds that bring proposals in.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table feed_source (
			id uuid primary key, space_id uuid not null references space(id), address text not null, title text,
			etag text, last_modified text, last_run_at timestamptz, last_good_at timestamptz, last_error text,
			last_failures jsonb not null default '[]', unique (space_id, address)
		)`.execute(db);
	await sql`
		create table work (
			id uuid primary key, space_id uuid not null references space(id), short text not null unique, kind text not null,
			author_id uuid, credit jsonb, image_file uuid references file(id), image_alt text, territory_id uuid references territory(id),
			source_id uuid references feed_source(id), source_key text, created_at timestamptz not null,
			unique (source_id, source_key)
		)`.execute(db);
	await sql`create index work_space on work (space_id, created_at desc)`.execute(db);
	await sql`
		create table work_version (
			id uuid primary key, work_id uuid not null references work(id), space_id uuid not null references space(id),
			locale text not null, state text not null
				check (state in ('draft','proposed','returned','accepted','scheduled','published','withdrawn')),
			title text not null, summary text not null, body text not null, slug text not null,
			scheduled_wall text, published_at timestamptz, updated_at timestamptz not null, state_since timestamptz not null,
			v int not null default 1, unique (work_id, locale)
		)`.execute(db);
	await sql`create unique index work_version_slug on work_version (space_id, locale, slug)`.execute(db);
	await sql`create index work_version_published on work_version (space_id, locale, published_at desc) where state = 'published'`.execute(
		db,
	);
	await sql`create index work_version_waiting on work_version (space_id, state, state_since)`.execute(db);
	await sql`
		create table review (
			id uuid primary key, version_id uuid not null references work_version(id), by_person uuid, outcome text not null
				check (outcome in ('returned','accepted')), reason text, at timestamptz not null
		)`.execute(db);
	await sql`create index review_version on review (version_id, at)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop table review, work_version, work, feed_source`.execute(db);
}
