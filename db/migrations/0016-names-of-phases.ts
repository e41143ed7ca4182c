// A phase may carry a name of its own in each language, beside what is done in it.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table phase add column titles jsonb not null default '{}'`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`alter table phase drop column titles`.execute(db);
}
