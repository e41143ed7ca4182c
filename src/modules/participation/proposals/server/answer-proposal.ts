// An officer answers: accepted as a commitment with owner, date and budget, or declined with a reason.
import { z } from 'zod';
import { amountField, idField, lineField, localeField, optional, textField } from '#platform/fields.ts';
import type { Fact } from '#platform/fact.ts';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { dayOf, daysBetween } from '#platform/time.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { commitmentMade, proposalAnswered } from '../../facts.ts';
import { addCommitment } from '../../commitments/server/index.ts';
import { mayAnswer } from '../policy.ts';
import { answerDueOn, answerRefusals } from '../proposal.ts';
import { takeProposal, whereabouts } from './store.ts';
import './schema.ts';

const day = z.iso.date('field.invalid');

export const answerProposal = defineCommand({
	name: 'participation.answerProposal',
	about: 'Answers a proposal: accepts it as a commitment, or declines it with a reason.',
	api: true,
	input: z.object({
		proposalId: idField,
		outcome: z.string().pipe(z.enum(['accepted', 'declined'])),
		reasons: z.partialRecord(localeField, textField(10, 4_000)),
		owners: z.partialRecord(localeField, lineField(2, 160)).default({}),
		budget: optional(amountField),
		dueOn: optional(day),
	}),
	async check(given, { tx, call }) {
		const space = call.spaceId ? await readSpace(tx, call.spaceId) : null;
		return space ? answerRefusals(given, dayOf(call.now, space.zone)) : [];
	},
	load: (tx, input, call) => takeProposal(tx, call.spaceId, input.proposalId),
	allow: (actor, proposal) =>
		mayAnswer(actor) ?? (proposal.state === 'published' ? null : { code: 'subject.not_found' }),
	async run({ tx, input, loaded: proposal, actor, now }) {
		const space = (await readSpace(tx, proposal.space_id))!;
		const today = dayOf(now, space.zone);
		const added = await tx
			.insertInto('answer')
			.values({
				proposal_id: proposal.id,
				space_id: proposal.space_id,
				outcome: input.outcome,
				reasons: JSON.stringify(input.reasons),
				by_person: actor.id,
				at: now,
			})
			.onConflict((conflict) => conflict.column('proposal_id').doNothing())
			.executeTakeFirst();
		if (added.numInsertedOrUpdatedRows === 0n) refuse('answer.already_done');
		const answerDue = answerDueOn(proposal.created_at, space.answerDays, space.zone);
		const days = daysBetween(dayOf(proposal.created_at, space.zone), today);
		const authorId = proposal.author_kind === 'person' ? proposal.author_id : null;
		const facts: Fact[] = [
			proposalAnswered(proposal.id, {
				...whereabouts(proposal),
				outcome: input.outcome,
				inTime: today <= answerDue,
				days,
				dueOn: answerDue,
				authorId,
			}),
		];
		let commitmentId: string | null = null;
		if (input.outcome === 'accepted') {
			const dueOn = input.dueOn!;
			commitmentId = newId(now.getTime());
			await addCommitment(tx, {
				id: commitmentId,
				spaceId: proposal.space_id,
				proposalId: proposal.id,
				owners: input.owners,
				budget: input.budget,
				region: space.region,
				dueOn,
				now,
			});
			facts.push(commitmentMade(commitmentId, { proposalId: proposal.id, dueOn }));
		}
		return { result: { commitmentId }, facts };
	},
});
