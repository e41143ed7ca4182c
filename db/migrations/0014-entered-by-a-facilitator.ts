// Proposals that a facilitator entered for somebody without network.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table proposal add column assisted boolean not null default false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`alter table proposal drop column assisted`.execute(db);
}
