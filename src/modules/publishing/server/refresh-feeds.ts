// Reads every source with a web address that is not paused again, once an hour, each in a job of its own: one that hangs does not hold the others.
import { z } from 'zod';
import { system } from '#platform/actor.ts';
import { isRefused } from '#platform/refusal.ts';
import { installation } from '#platform/server/installation.ts';
import { anyJob, defineJob } from '#platform/server/jobs/index.ts';
import { fetchAndImport } from './fetch-feed.ts';
import './schema.ts';

/** Reads one source again. What its server refuses is kept on the source, for the desk; anything else is tried again. */
const refreshFeed = defineJob({
	name: 'refresh-feed',
	data: z.object({ source: z.string() }),
	async run(db, { source: id }, now) {
		const source = await db
			.selectFrom('feed_source')
			.select(['address', 'space_id'])
			.where('id', '=', id)
			.where('paused_at', 'is', null)
			.where('removed_at', 'is', null)
			.executeTakeFirst();
		if (!source) return;
		const call = { actor: system, spaceId: source.space_id, now, locale: 'fr', origin: 'import' as const };
		await fetchAndImport(db, call, { address: source.address }).catch((error: unknown) => {
			if (!isRefused(error)) throw error;
		});
	},
});

const refreshFeeds = defineJob({
	name: 'refresh-feeds',
	data: z.object({}),
	every: '17 * * * *',
	async run(db) {
		const { jobs } = installation();
		await db.transaction().execute(async (tx) => {
			const sources = await tx
				.selectFrom('feed_source')
				.select('id')
				.where('address', 'like', 'http%')
				.where('paused_at', 'is', null)
				.where('removed_at', 'is', null)
				.orderBy('last_run_at')
				.execute();
			for (const { id } of sources) await jobs.enqueue(tx, refreshFeed, { source: id }, { key: id });
		});
	},
});

export const feedJobs = [anyJob(refreshFeeds), anyJob(refreshFeed)];
