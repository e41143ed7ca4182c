// An author takes a proposal back while nobody has answered it.
import { z } from 'zod';
import { idField } from '#platform/fields.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { forgetGuest } from '#foundations/accounts/server/index.ts';
import { proposalWithdrawn } from '../../facts.ts';
import { setProposalState, takeProposal, whereabouts } from './store.ts';
import './schema.ts';

export const withdrawProposal = defineCommand({
	name: 'participation.withdrawProposal',
	about: 'Takes back one’s own proposal before it is answered.',
	api: true,
	input: z.object({ id: idField }),
	async load(tx, input, call) {
		const proposal = await takeProposal(tx, call.spaceId, input.id);
		const answer = await tx
			.selectFrom('answer')
			.select('outcome')
			.where('proposal_id', '=', proposal.id)
			.executeTakeFirst();
		return { ...proposal, answered: answer !== undefined };
	},
	allow: (actor, proposal) => {
		if (actor.id === null || actor.kind !== proposal.author_kind || actor.id !== proposal.author_id)
			return { code: 'access.denied' };
		if (proposal.answered) return { code: 'proposal.answered' };
		return proposal.state === 'withdrawn' ? { code: 'proposal.already_done' } : null;
	},
	async run({ tx, loaded: proposal }) {
		await setProposalState(tx, proposal.id, 'withdrawn');
		if (proposal.author_kind === 'guest') await forgetGuest(tx, proposal.author_id);
		return { result: {}, facts: [proposalWithdrawn(proposal.id, whereabouts(proposal))] };
	},
});
