// Keeps published proposals in the search index and takes hidden ones out.
import type { Follower } from '#platform/server/activity/index.ts';
import { indexText, unindex } from '#platform/server/search/index.ts';
import { proposalSupported } from '../facts.ts';
import '../proposals/server/index.ts';

export const proposalSearch: Follower = {
	name: 'search-proposals',
	async apply(tx, fact) {
		if (!fact.type.startsWith('participation.proposal.') || fact.type === proposalSupported.type) return;
		const row = await tx.selectFrom('proposal').selectAll().where('id', '=', fact.subject).executeTakeFirst();
		if (!row) return;
		if (row.state !== 'published') return unindex(tx, 'proposal', row.id);
		await indexText(tx, {
			kind: 'proposal',
			id: row.id,
			locale: row.locale,
			spaceId: row.space_id,
			title: row.title,
			text: row.text,
			at: row.created_at,
		});
	},
};
