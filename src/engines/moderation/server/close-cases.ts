// What is left of cases when their text goes: closed without a decision, and without its author's words.
import { sql } from 'kysely';
import type { Fact } from '#platform/fact.ts';
import type { Tx } from '#platform/server/db.ts';
import { caseClosed } from '../facts.ts';
import type { ClosedBecause } from './schema.ts';
import './schema.ts';

/** Lets go of what was written by and to the author: appeals, sentences, what screening saw. Outcome, rule and day stay. */
async function forgetWords(tx: Tx, subjectIds: readonly string[]): Promise<void> {
	const decisions = tx.selectFrom('decision').select('id').where('subject_id', 'in', subjectIds);
	await tx.updateTable('appeal').set({ text: '' }).where('decision_id', 'in', decisions).execute();
	await tx
		.updateTable('decision')
		.set({ sentence: '' })
		.where('sentence', 'is not', null)
		.where('subject_id', 'in', subjectIds)
		.execute();
	await tx
		.updateTable('moderation_case')
		.set({
			because: sql`coalesce((select jsonb_agg(jsonb_build_object('rule', b->'rule')) from jsonb_array_elements(because) b), '[]')`,
		})
		.where('subject_id', 'in', subjectIds)
		.execute();
}

/** Closes what is open about texts that went, for good: they cannot come back, so neither does the case. */
export async function closeCases(
	tx: Tx,
	subjectIds: readonly string[],
	because: ClosedBecause,
	now: Date,
): Promise<Fact[]> {
	if (subjectIds.length === 0) return [];
	await forgetWords(tx, subjectIds);
	const closed = await tx
		.updateTable('moderation_case')
		.set({ state: 'closed', closed_at: now, closed_because: because })
		.where('subject_id', 'in', subjectIds)
		.where('state', '=', 'open')
		.returning(['id', 'space_id', 'subject_kind', 'subject_id'])
		.execute();
	return closed.map((row) => ({
		...caseClosed(row.id, { subjectKind: row.subject_kind, subjectId: row.subject_id, because }),
		spaceId: row.space_id,
	}));
}
