// Cases: one open case a subject; more reasons join the one that is open.
import { sql } from 'kysely';
import type { Fact } from '#platform/fact.ts';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import type { Tx } from '#platform/server/db.ts';
import { caseOpened } from '../facts.ts';
import type { Because } from '../because.ts';
import type { CaseSource } from './schema.ts';
import './schema.ts';

export interface NewCase {
	spaceId: string;
	subjectKind: string;
	subjectId: string;
	source: CaseSource;
	because: readonly Because[];
	notBy?: string | null;
	/** When its text first waited, for one that comes back. */
	since?: Date;
	now: Date;
}

/** The age of a case: when its text first waited. */
export const age = sql<Date>`coalesce(since, opened_at)`;

/** Adds reasons to the open case of a subject, which is then as old as the older of the two. */
const joinOpen = (tx: Tx, subjectId: string, because: string, since: Date) =>
	tx
		.updateTable('moderation_case')
		.set({ because: sql`because || ${because}::jsonb`, since: sql`least(${age}, ${since}::timestamptz)` })
		.where('subject_id', '=', subjectId)
		.where('state', '=', 'open')
		.executeTakeFirst();

/** Opens a decided case again in its old place in the queue; when the text waits in another one by now, joins that. */
export async function reopenCase(tx: Tx, id: string, now: Date): Promise<void> {
	const row = await tx
		.selectFrom('moderation_case')
		.select(['subject_id', 'because', age.as('age')])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	const joined = await joinOpen(tx, row.subject_id, JSON.stringify(row.because), row.age);
	if (joined.numUpdatedRows > 0n) return;
	await tx
		.updateTable('moderation_case')
		.set({ state: 'open', decided_at: null, reopened_at: now })
		.where('id', '=', id)
		.execute();
}

/** A text that waits and was changed: what screening found before gives way to what it finds now. Answers whether one waits. */
export async function renewReasons(tx: Tx, subjectId: string, because: readonly Because[]): Promise<boolean> {
	const changed = await tx
		.updateTable('moderation_case')
		.set({
			because: sql`jsonb_path_query_array(because, '$[*] ? (@.rule == "flag" || @.rule == "appeal")') || ${JSON.stringify(because)}::jsonb`,
		})
		.where('subject_id', '=', subjectId)
		.where('state', '=', 'open')
		.executeTakeFirst();
	return changed.numUpdatedRows > 0n;
}

/** Opens a case or adds the reasons to the open one; a fact only when it is new. */
export async function openCase(tx: Tx, given: NewCase): Promise<Fact[]> {
	const because = JSON.stringify(given.because);
	const added = await tx
		.insertInto('moderation_case')
		.values({
			id: newId(given.now.getTime()),
			space_id: given.spaceId,
			subject_kind: given.subjectKind,
			subject_id: given.subjectId,
			source: given.source,
			because,
			state: 'open',
			opened_at: given.now,
			decided_at: null,
			not_by: given.notBy ?? null,
			since: given.since ?? given.now,
			reopened_at: given.since ? given.now : null,
			closed_at: null,
			closed_because: null,
		})
		// Written out: a prepared statement finds the index of open cases by its condition only when no parameter hides it.
		.onConflict((conflict) => conflict.column('subject_id').where('state', '=', sql.lit('open')).doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!added) {
		await joinOpen(tx, given.subjectId, because, given.since ?? given.now);
		return [];
	}
	const { subjectKind, subjectId, source } = given;
	return [
		caseOpened(added.id, {
			subjectKind,
			subjectId,
			source,
			because: [...new Set(given.because.map((reason) => reason.rule))],
		}),
	];
}

/** An open case of this space, locked for the act. */
export async function takeCase(tx: Tx, spaceId: string | null, id: string) {
	const row = await tx
		.selectFrom('moderation_case')
		.selectAll()
		.where('id', '=', id)
		.where('space_id', '=', spaceId)
		.forUpdate()
		.executeTakeFirst();
	if (!row) refuse('subject.not_found');
	return row;
}
