// What proposals hold about a person: their own and their supports. Counts stay when they are forgotten; nobody awaits an
// answer to a text that is gone.
import type { PersonalData } from '#platform/server/room.ts';
import { proposalWithdrawn } from '../../facts.ts';
import { forgetProposal, whereabouts } from './store.ts';
import './schema.ts';

export const proposalsData: PersonalData = {
	async export(db, personId) {
		const proposals = await db
			.selectFrom('proposal')
			.select(['id', 'title', 'text', 'place', 'territory_id', 'state', 'created_at'])
			.where('author_kind', '=', 'person')
			.where('author_id', '=', personId)
			.execute();
		const supports = await db
			.selectFrom('support')
			.select(['proposal_id', 'at'])
			.where('actor_kind', '=', 'person')
			.where('actor_id', '=', personId)
			.execute();
		return { proposals, supports };
	},
	async erase(tx, personId) {
		const own = await tx
			.selectFrom('proposal')
			.select(['id', 'space_id', 'process_id', 'locale', 'state'])
			.where('author_kind', '=', 'person')
			.where('author_id', '=', personId)
			.execute();
		for (const { id } of own) await forgetProposal(tx, id, 'erased');
		await tx
			.updateTable('support')
			.set({ actor_id: null })
			.where('actor_kind', '=', 'person')
			.where('actor_id', '=', personId)
			.execute();
		return own
			.filter(({ state }) => state !== 'withdrawn' && state !== 'erased')
			.map((row) => ({ ...proposalWithdrawn(row.id, whereabouts(row)), spaceId: row.space_id }));
	},
};
