// The address that opens an account leaves a letter once it has served.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table mail add column secret text, add column secret_until timestamptz`.execute(db);
	await sql`create index mail_secret on mail (secret_until) where secret is not null`.execute(db);
	// Letters of before: their addresses served an hour at most.
	await sql`
		update mail set secret = substring(body from 'https?://\\S+[?&]token=\\S+'), secret_until = created_at + interval '1 hour'
		where body ~ 'https?://\\S+[?&]token='`.execute(db);
	await sql`
		update mail set body = replace(body, secret, '[…]'), secret = null
		where secret is not null and (state = 'sent' or secret_until < now())`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop index mail_secret`.execute(db);
	await sql`alter table mail drop column secret, drop column secret_until`.execute(db);
}
