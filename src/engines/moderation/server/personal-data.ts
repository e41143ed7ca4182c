// What moderation holds about a person: sentences written to them, their appeals and flags.
import type { Db, Tx } from '#platform/server/db.ts';
import type { PersonalData } from '#platform/server/room.ts';
import { heldKinds } from '#platform/server/subjects.ts';
import { closeCases } from './close-cases.ts';
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
	async erase(tx, personId, now) {
		await tx.updateTable('flag').set({ text: '' }).where('by_id', '=', personId).execute();
		return closeCases(tx, await subjectsOf(tx, personId), 'erased', now);
	},
};
