// Staff say that a contribution needs no answer: it leaves the list of what waits, and stays where it is.
import { z } from 'zod';
import { idField } from '#platform/fields.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { contributionSetAside } from '../facts.ts';
import { maySpeakForSpace } from '../policy.ts';
import { takeContribution, whereabouts } from './store.ts';

export const setContributionAside = defineCommand({
	name: 'conversation.setContributionAside',
	about: 'Says that a contribution needs no answer of the space.',
	api: true,
	input: z.object({ contributionId: idField }),
	async load(tx, input, call) {
		const held = await takeContribution(tx, call.spaceId, input.contributionId);
		return held.state === 'published' ? held : refuse('subject.not_found');
	},
	allow: maySpeakForSpace,
	async run({ tx, loaded: held, actor, now }) {
		const added = await tx
			.insertInto('set_aside')
			.values({ contribution_id: held.id, by_person: actor.id, at: now })
			.onConflict((conflict) => conflict.column('contribution_id').doNothing())
			.executeTakeFirst();
		const isNew = (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
		return { result: {}, facts: isNew ? [contributionSetAside(held.id, whereabouts(held))] : [] };
	},
});
