// When a picture was last brought in: one that nothing shows is let go of only some time after.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`alter table file add column brought_at timestamptz not null default now()`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`alter table file drop column brought_at`.execute(db);
}
