// An author corrects their words for ten minutes, or takes them back.
import { z } from 'zod';
import { idField, textField } from '#platform/fields.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { installation } from '#platform/server/installation.ts';
import { forgetGuest } from '#foundations/accounts/server/index.ts';
import { mayEdit, mayWithdraw } from '../contribution.ts';
import { contributionEdited, contributionHidden, contributionWithdrawn } from '../facts.ts';
import { setContributionState, takeContribution, whereabouts } from './store.ts';

export const editContribution = defineCommand({
	name: 'conversation.editContribution',
	about: 'Changes one’s own contribution within ten minutes; the new words are screened again.',
	api: true,
	input: z.object({ id: idField, text: textField(2, 4_000) }),
	load: async (tx, input, call) => ({ ...(await takeContribution(tx, call.spaceId, input.id)), now: call.now }),
	allow: (actor, held) => mayEdit(actor, held, held.now),
	async run({ tx, input, loaded: held, actor, now }) {
		await tx.updateTable('contribution').set({ text: input.text, edited_at: now }).where('id', '=', held.id).execute();
		const look = await installation().gate.look(tx, {
			spaceId: held.spaceId,
			kind: 'contribution',
			id: held.id,
			text: input.text,
			locale: held.locale,
			actor,
			again: true,
			now,
		});
		const hiding = look.held && held.state === 'published';
		if (hiding) await setContributionState(tx, held, 'held');
		const facts = [contributionEdited(held.id, whereabouts(held)), ...look.facts];
		if (hiding) facts.push(contributionHidden(held.id, whereabouts(held)));
		return { result: { held: look.held || held.state === 'held' }, facts };
	},
});

export const withdrawContribution = defineCommand({
	name: 'conversation.withdrawContribution',
	about: 'Takes back one’s own contribution; replies stay, its words go.',
	api: true,
	input: z.object({ id: idField }),
	load: (tx, input, call) => takeContribution(tx, call.spaceId, input.id),
	allow: (actor, held) => mayWithdraw(actor, held),
	async run({ tx, loaded: held, now }) {
		await setContributionState(tx, held, 'withdrawn');
		await tx.updateTable('contribution').set({ text: '' }).where('id', '=', held.id).execute();
		if (held.authorKind === 'guest') await forgetGuest(tx, held.authorId);
		const left = await installation().gate.leave(tx, [held.id], now);
		return { result: {}, facts: [contributionWithdrawn(held.id, whereabouts(held)), ...left] };
	},
});
