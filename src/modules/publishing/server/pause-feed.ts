// Stops the hourly reading of a feed, and starts it again.
import { z } from 'zod';
import { idField } from '#platform/fields.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { feedPaused, feedResumed } from '../facts.ts';
import { mayKeepFeeds } from '../policy.ts';
import './schema.ts';

/** A feed of this space that is not removed, locked for the act; refuses when there is none. */
export async function takeSource(tx: Tx, spaceId: string | null, sourceId: string) {
	const source = await tx
		.selectFrom('feed_source')
		.select(['id', 'paused_at'])
		.where('id', '=', sourceId)
		.where('space_id', '=', spaceId)
		.where('removed_at', 'is', null)
		.forUpdate()
		.executeTakeFirst();
	return source ?? refuse('subject.not_found');
}

export const pauseFeed = defineCommand({
	name: 'publishing.pauseFeed',
	about: 'Stops the hourly reading of a feed; what it brought stays.',
	input: z.object({ sourceId: idField }),
	load: (tx, input, call) => takeSource(tx, call.spaceId, input.sourceId),
	allow: mayKeepFeeds,
	async run({ tx, loaded: source, now }) {
		if (source.paused_at) return { result: {}, facts: [] };
		await tx.updateTable('feed_source').set({ paused_at: now }).where('id', '=', source.id).execute();
		return { result: {}, facts: [feedPaused(source.id, {})] };
	},
});

export const resumeFeed = defineCommand({
	name: 'publishing.resumeFeed',
	about: 'Reads a paused feed every hour again.',
	input: z.object({ sourceId: idField }),
	load: (tx, input, call) => takeSource(tx, call.spaceId, input.sourceId),
	allow: mayKeepFeeds,
	async run({ tx, loaded: source }) {
		if (!source.paused_at) return { result: {}, facts: [] };
		await tx.updateTable('feed_source').set({ paused_at: null }).where('id', '=', source.id).execute();
		return { result: {}, facts: [feedResumed(source.id, {})] };
	},
});
