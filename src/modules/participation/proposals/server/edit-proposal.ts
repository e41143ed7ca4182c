// An author corrects a proposal for ten minutes; the new words are screened like the first.
import { z } from 'zod';
import { idField, lineField, optional, textField } from '#platform/fields.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { installation } from '#platform/server/installation.ts';
import { placeRefusals, takePlace } from '#foundations/spaces/server/index.ts';
import { proposalEdited } from '../../facts.ts';
import { mayEdit } from '../policy.ts';
import { placeField } from './submit-proposal.ts';
import { hideProposal, rewordProposal, takeProposal, whereabouts } from './store.ts';

export const editProposal = defineCommand({
	name: 'participation.editProposal',
	about: 'Changes one’s own proposal within ten minutes, before it is answered; the new words are screened again.',
	api: true,
	input: z.object({
		id: idField,
		title: lineField(5, 120),
		text: textField(20, 6_000),
		place: optional(lineField(0, 120)),
		/** Absent: it stays where it is. */
		territory: placeField.optional(),
	}),
	check: ({ territory }, { tx, call }) => placeRefusals(tx, call.spaceId, territory),
	async load(tx, input, call) {
		const proposal = await takeProposal(tx, call.spaceId, input.id);
		const answer = await tx
			.selectFrom('answer')
			.select('proposal_id')
			.where('proposal_id', '=', proposal.id)
			.executeTakeFirst();
		return { proposal, answered: answer !== undefined, now: call.now };
	},
	allow: (actor, { proposal, answered, now }) =>
		mayEdit(
			actor,
			{
				state: proposal.state,
				authorKind: proposal.author_kind,
				authorId: proposal.author_id,
				createdAt: proposal.created_at,
				answered,
			},
			now,
		),
	async run({ tx, input, loaded: { proposal }, actor, now }) {
		const { title, text, place } = input;
		const territoryId =
			input.territory === undefined ? proposal.territory_id : await takePlace(tx, proposal.space_id, input.territory);
		await rewordProposal(tx, proposal.id, { title, text, place, territoryId, now });
		const look = await installation().gate.look(tx, {
			spaceId: proposal.space_id,
			kind: 'proposal',
			id: proposal.id,
			text: `${title}\n${text}`,
			place,
			locale: proposal.locale,
			actor,
			again: true,
			now,
		});
		const facts = [proposalEdited(proposal.id, whereabouts(proposal)), ...look.facts];
		if (look.held && proposal.state === 'published') facts.push(await hideProposal(tx, proposal));
		return { result: { held: look.held || proposal.state === 'held' }, facts };
	},
});
