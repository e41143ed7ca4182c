// A case keeps the age of its text and closes when the text goes; a decision remembers what it found; withdrawn words go.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		alter table moderation_case
			add column since timestamptz, add column reopened_at timestamptz, add column closed_at timestamptz,
			add column closed_because text check (closed_because in ('withdrawn','erased')),
			drop constraint moderation_case_state_check,
			add constraint moderation_case_state_check check (state in ('open','decided','closed'))`.execute(db);
	// An appeal is as old as the first case about its text.
	await sql`
		update moderation_case c set since = opened_at,
			reopened_at = case when source = 'appeal' then opened_at end`.execute(db);
	await sql`
		update moderation_case c set since = first.since
		from (select subject_id, min(opened_at) since from moderation_case group by subject_id) first
		where c.source = 'appeal' and first.subject_id = c.subject_id`.execute(db);
	await sql`create index moderation_case_age on moderation_case (space_id, state, coalesce(since, opened_at), id)`.execute(
		db,
	);
	await sql`alter table decision add column state_before text check (state_before in ('published','held','refused'))`.execute(
		db,
	);
	await sql`
		update decision d set state_before = case c.source when 'flag' then 'published' when 'appeal' then 'refused' else 'held' end
		from moderation_case c where c.id = d.case_id`.execute(db);
	// What withdrawn texts left before this change: the words of proposals, answers to refusals, and cases that wait.
	await sql`update proposal set title = '', text = '', place = null where state = 'withdrawn'`.execute(db);
	await sql`
		update appeal a set text = '' from decision d
		where d.id = a.decision_id and (
			d.subject_id in (select id from contribution where state in ('withdrawn','erased')) or
			d.subject_id in (select id from proposal where state in ('withdrawn','erased')))`.execute(db);
	for (const table of ['contribution', 'proposal'])
		await sql`
			update moderation_case c set state = 'closed', closed_at = now(), closed_because = t.state
			from ${sql.table(table)} t
			where c.state = 'open' and t.id = c.subject_id and t.state in ('withdrawn','erased')`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`alter table decision drop column state_before`.execute(db);
	await sql`drop index moderation_case_age`.execute(db);
	await sql`update moderation_case set state = 'decided', decided_at = closed_at where state = 'closed'`.execute(db);
	await sql`
		alter table moderation_case
			drop column since, drop column reopened_at, drop column closed_at, drop column closed_because,
			drop constraint moderation_case_state_check,
			add constraint moderation_case_state_check check (state in ('open','decided'))`.execute(db);
}
