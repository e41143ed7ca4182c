// Reads every source with a web address again, once an hour; a source that fails keeps the reason and does not stop the others.
import { z } from 'zod';
import { system } from '#platform/actor.ts';
import { isRefused } from '#platform/refusal.ts';
import { defineJob } from '#platform/server/jobs/index.ts';
import { fetchAndImport } from './fetch-feed.ts';
import './schema.ts';

export const refreshFeeds = defineJob({
	name: 'refresh-feeds',
	data: z.object({}),
	every: '17 * * * *',
	async run(db, _data, now) {
		const sources = await db
			.selectFrom('feed_source')
			.select(['address', 'space_id'])
			.where('address', 'like', 'http%')
			.orderBy('last_run_at')
			.execute();
		for (const { address, space_id: spaceId } of sources)
			await fetchAndImport(db, { actor: system, spaceId, now, locale: 'fr', origin: 'import' }, { address }).catch(
				(error: unknown) => {
					if (!isRefused(error)) throw error;
				},
			);
	},
});
