// What moderation holds about a person: sentences written to them, their appeals and flags.
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/server/db.ts';
import type { PersonalData } from '#platform/server/room.ts';
import { heldKinds } from '#platform/server/subjects.ts';
import './schema.ts';

async function subjectsOf(db: Db | Tx, personId: string): Promise<string[]> {
	const ids: string[] = [];
	for (const kind of heldKinds()) for (const left of await kind.text!.byAuthor(db, personId)) ids.push(left.id);
	return ids;
}

export const moderationData: PersonalData = {
	async export(db, personId) {
		const flags = await db.selectFrom('flag').select(['reason', 'text', 'at']).where('by_id', '=', personId).execute();
		const ids = await subjectsOf(db, personId);
		if (ids.length === 0) return { decisions: [], appeals: [], flags };
		const decisions = await db
			.selectFrom('decision')
			.select(['outcome', 'sentence', 'at'])
			.where('subject_id', 'in', ids)
			.execute();
		const appeals = await db
			.selectFrom('appeal')
			.innerJoin('decision', 'decision.id', 'appeal.decision_id')
			.select(['appeal.text', 'appeal.at'])
			.where('decision.subject_id', 'in', ids)
			.execute();
		return { decisions, appeals, flags };
	},
	async erase(tx, personId) {
		await tx.updateTable('flag').set({ text: '' }).where('by_id', '=', personId).execute();
		const ids = await subjectsOf(tx, personId);
		if (ids.length === 0) return;
		const decisions = tx.selectFrom('decision').select('id').where('subject_id', 'in', ids);
		await tx.updateTable('appeal').set({ text: '' }).where('decision_id', 'in', decisions).execute();
		await tx
			.updateTable('decision')
			.set({ sentence: '' })
			.where('sentence', 'is not', null)
			.where('subject_id', 'in', ids)
			.execute();
		await tx
			.updateTable('moderation_case')
			.set({ because: sql`'[]'::jsonb` })
			.where('subject_id', 'in', ids)
			.execute();
	},
};
