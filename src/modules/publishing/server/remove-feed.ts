// Removes a feed from a space. Its row stays, unseen, so that the same address added again brings nothing twice.
import { z } from 'zod';
import { idField } from '#platform/fields.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { feedRemoved } from '../facts.ts';
import { mayKeepFeeds } from '../policy.ts';
import { takeSource } from './pause-feed.ts';
import './schema.ts';

export const removeFeed = defineCommand({
	name: 'publishing.removeFeed',
	about: 'Removes a feed; the works it brought stay, with their credit.',
	input: z.object({ sourceId: idField }),
	load: (tx, input, call) => takeSource(tx, call.spaceId, input.sourceId),
	allow: mayKeepFeeds,
	async run({ tx, loaded: source, now }) {
		const forgotten = { paused_at: null, etag: null, last_modified: null, last_error: null };
		await tx
			.updateTable('feed_source')
			.set({ ...forgotten, removed_at: now, last_failures: '[]', last_pictures: '[]', last_warnings: '[]' })
			.where('id', '=', source.id)
			.execute();
		return { result: {}, facts: [feedRemoved(source.id, {})] };
	},
});
