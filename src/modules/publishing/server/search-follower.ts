// Keeps published works in the search index and takes withdrawn ones out.
import { htmlToPlain } from '#platform/html/index.ts';
import type { Follower } from '#platform/server/activity/index.ts';
import { indexText, unindex } from '#platform/server/search/index.ts';
import './schema.ts';

export const workSearch: Follower = {
	name: 'search-works',
	async apply(tx, fact) {
		if (!fact.type.startsWith('publishing.version.')) return;
		const row = await tx.selectFrom('work_version').selectAll().where('id', '=', fact.subject).executeTakeFirst();
		if (!row) return;
		if (row.state !== 'published') return unindex(tx, 'work', row.work_id, row.locale);
		await indexText(tx, {
			kind: 'work',
			id: row.work_id,
			locale: row.locale,
			spaceId: row.space_id,
			title: row.title,
			text: `${row.summary} ${htmlToPlain(row.body)}`,
			at: row.published_at!,
		});
	},
};
