// An author takes a proposal back: its words go, its number, dates, supports and answer stay.
import { z } from 'zod';
import { idField } from '#platform/fields.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { installation } from '#platform/server/installation.ts';
import { forgetGuest } from '#foundations/accounts/server/index.ts';
import { proposalWithdrawn } from '../../facts.ts';
import { mayWithdraw } from '../policy.ts';
import { forgetProposal, takeProposal, whereabouts } from './store.ts';

export const withdrawProposal = defineCommand({
	name: 'participation.withdrawProposal',
	about: 'Takes back one’s own proposal: its words go; number, supports, answer and commitment stay.',
	api: true,
	input: z.object({ id: idField }),
	load: (tx, input, call) => takeProposal(tx, call.spaceId, input.id),
	allow: (actor, { state, author_kind: authorKind, author_id: authorId }) =>
		mayWithdraw(actor, { state, authorKind, authorId }),
	async run({ tx, loaded: proposal, now }) {
		await forgetProposal(tx, proposal.id, 'withdrawn');
		if (proposal.author_kind === 'guest') await forgetGuest(tx, proposal.author_id);
		const left = await installation().gate.leave(tx, [proposal.id], now);
		return { result: {}, facts: [proposalWithdrawn(proposal.id, whereabouts(proposal)), ...left] };
	},
});
