// Persons and their sessions, guests and receipts, spaces, roles, invitations, territories.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table person (
			id uuid primary key, name text not null, email text not null unique, email_verified boolean not null default false,
			image text, locale text not null default 'fr', erased_at timestamptz,
			created_at timestamptz not null default now(), updated_at timestamptz not null default now()
		)`.execute(db);
	await sql`
		create table session (
			id uuid primary key, person_id uuid not null references person(id) on delete cascade, token text not null unique,
			expires_at timestamptz not null, ip_address text, user_agent text,
			created_at timestamptz not null default now(), updated_at timestamptz not null default now()
		)`.execute(db);
	await sql`create index session_person on session (person_id)`.execute(db);
	await sql`
		create table credential (
			id uuid primary key, person_id uuid not null references person(id) on delete cascade,
			account_id text not null, provider_id text not null, password text, access_token text, refresh_token text,
			id_token text, access_token_expires_at timestamptz, refresh_token_expires_at timestamptz, scope text,
			created_at timestamptz not null default now(), updated_at timestamptz not null default now()
		)`.execute(db);
	await sql`create index credential_person on credential (person_id)`.execute(db);
	await sql`
		create table verification (
			id text primary key, identifier text not null, value text not null, expires_at timestamptz not null,
			created_at timestamptz not null default now(), updated_at timestamptz not null default now()
		)`.execute(db);
	await sql`create index verification_identifier on verification (identifier)`.execute(db);
	await sql`create table sign_in_rate (id uuid primary key default gen_random_uuid(), key text not null unique, count int not null, last_request bigint not null)`.execute(
		db,
	);
	await sql`
		create table personal_token (
			id uuid primary key, person_id uuid not null references person(id) on delete cascade, name text not null,
			token_hash text not null unique, created_at timestamptz not null, last_used_at timestamptz, revoked_at timestamptz
		)`.execute(db);
	await sql`create table guest (id uuid primary key, name text, device text, created_at timestamptz not null)`.execute(
		db,
	);
	await sql`create index guest_device on guest (device)`.execute(db);
	await sql`
		create table space (
			id uuid primary key, parent_id uuid references space(id), kind text not null
				check (kind in ('portal','medium','campaign','programme','commune','community')),
			address text not null unique, hue int not null, chroma text not null check (chroma in ('low','high')),
			second_hue int not null, logo_file uuid references file(id), languages text[] not null,
			zone text not null, region text not null, territory_id uuid,
			guests_comment boolean not null, guests_support boolean not null, guests_propose boolean not null,
			hold_new_guests boolean not null, answer_days int not null, created_at timestamptz not null, v int not null default 1
		)`.execute(db);
	await sql`
		create table space_text (
			space_id uuid not null references space(id), locale text not null, name text not null, description text not null,
			primary key (space_id, locale)
		)`.execute(db);
	await sql`
		create table membership (
			space_id uuid not null references space(id), person_id uuid not null references person(id) on delete cascade,
			role text not null, since timestamptz not null, by_person uuid, primary key (space_id, person_id, role)
		)`.execute(db);
	await sql`create index membership_person on membership (person_id)`.execute(db);
	await sql`
		create table invitation (
			id uuid primary key, space_id uuid not null references space(id), role text not null, token_hash text not null unique,
			email text, by_person uuid, created_at timestamptz not null, expires_at timestamptz not null,
			used_at timestamptz, used_by uuid, withdrawn_at timestamptz
		)`.execute(db);
	await sql`
		create table territory (
			id uuid primary key, country text not null, level text not null, code text not null,
			parent_id uuid references territory(id), names jsonb not null, lat double precision, lon double precision,
			population int, census_year int, source text not null, unique (country, code)
		)`.execute(db);
	await sql`create index territory_parent on territory (parent_id)`.execute(db);
	await sql`alter table space add foreign key (territory_id) references territory(id)`.execute(db);
	await sql`
		create table receipt (
			id uuid primary key, token_hash text not null unique, guest_id uuid not null references guest(id),
			space_id uuid not null references space(id), subject_kind text not null, subject_id uuid not null,
			created_at timestamptz not null
		)`.execute(db);
	await sql`create index receipt_subject on receipt (subject_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`alter table space drop constraint space_territory_id_fkey`.execute(db);
	await sql`drop table receipt, territory, invitation, membership, space_text, space, guest, personal_token, sign_in_rate, verification, credential, session, person`.execute(
		db,
	);
}
