// Cases: one open case a subject; more reasons join the one that is open.
import { sql } from 'kysely';
import type { Fact } from '#platform/fact.ts';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import type { Tx } from '#platform/server/db.ts';
import { caseOpened } from '../facts.ts';
import type { Because } from '../because.ts';
import './schema.ts';

export interface NewCase {
	spaceId: string;
	subjectKind: string;
	subjectId: string;
	source: 'screening' | 'flag' | 'appeal';
	because: readonly Because[];
	notBy?: string | null;
	now: Date;
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
		})
		.onConflict((conflict) => conflict.column('subject_id').where('state', '=', 'open').doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!added) {
		await sql`update moderation_case set because = because || ${because}::jsonb where subject_id = ${given.subjectId} and state = 'open'`.execute(
			tx,
		);
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
