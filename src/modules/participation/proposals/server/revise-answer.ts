// An officer changes the words of an answer, with a public reason; the words before stay to be read. Its outcome stands.
import { z } from 'zod';
import { idField, localeField, textField } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { answerRevised } from '../../facts.ts';
import { isBlank, sameText } from '../../commitments/index.ts';
import { mayAnswer } from '../policy.ts';
import { takeProposal } from './store.ts';
import './schema.ts';

export const reviseAnswer = defineCommand({
	name: 'participation.reviseAnswer',
	about:
		'Changes the words of an official answer, with a public reason; the words before stay public. The outcome stands.',
	api: true,
	input: z.object({
		proposalId: idField,
		reasons: z.partialRecord(localeField, textField(10, 4_000)),
		because: z.partialRecord(localeField, textField(5, 2_000)),
	}),
	async check({ proposalId = '', reasons, because }, { tx, call }) {
		const refusals: Refusal[] = [];
		if (isBlank(reasons)) refusals.push({ code: 'answer.reason_missing', field: 'reasons' });
		if (isBlank(because)) refusals.push({ code: 'commitment.because_missing', field: 'because' });
		const answer = await tx
			.selectFrom('answer')
			.select('reasons')
			.where('proposal_id', '=', proposalId || null)
			.where('space_id', '=', call.spaceId)
			.executeTakeFirst();
		if (answer && reasons && sameText(answer.reasons, reasons))
			refusals.push({ code: 'answer.unchanged', field: 'reasons' });
		return refusals;
	},
	load: (tx, input, call) => takeProposal(tx, call.spaceId, input.proposalId),
	allow: (actor) => mayAnswer(actor),
	async run({ tx, input, loaded: proposal, actor, now }) {
		const answer = await tx
			.selectFrom('answer')
			.select('reasons')
			.where('proposal_id', '=', proposal.id)
			.executeTakeFirst();
		if (!answer) return refuse('subject.not_found');
		await tx
			.insertInto('answer_revision')
			.values({
				id: newId(now.getTime()),
				proposal_id: proposal.id,
				was: JSON.stringify(answer.reasons),
				because: JSON.stringify(input.because),
				by_person: actor.id,
				at: now,
			})
			.execute();
		await tx
			.updateTable('answer')
			.set({ reasons: JSON.stringify(input.reasons) })
			.where('proposal_id', '=', proposal.id)
			.execute();
		return { result: {}, facts: [answerRevised(proposal.id, { proposalId: proposal.id })] };
	},
});
