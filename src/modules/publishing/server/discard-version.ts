// Throws away a version that was never public; the last one takes its work along.
import { z } from 'zod';
import { countField, idField, optional } from '#platform/fields.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { versionDiscarded } from '../facts.ts';
import { mayMove } from '../work.ts';
import { removeVersion, takeVersion } from './store.ts';

export const discardVersion = defineCommand({
	name: 'publishing.discardVersion',
	about: 'Throws away a version that was never published, with its reviews. It cannot be had back.',
	api: true,
	/** `v`: the version number the actor has read; a newer text is not thrown away unread. */
	input: z.object({ versionId: idField, v: optional(countField) }),
	async load(tx, input, call) {
		const version = await takeVersion(tx, call.spaceId, input.versionId);
		return input.v === null || input.v === version.v ? version : refuse('version.stale');
	},
	allow: (actor, version) => mayMove(actor, version, 'discard'),
	async run({ tx, loaded: version }) {
		return {
			result: { left: await removeVersion(tx, version) },
			facts: [versionDiscarded(version.id, { workId: version.workId, locale: version.locale })],
		};
	},
});
