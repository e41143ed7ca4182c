// An officer changes the terms of a commitment, with a public reason; what they were stays to be read.
import { z } from 'zod';
import { amountField, idField, lineField, localeField, optional, textField } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { dayOf } from '#platform/time.ts';
import { readSpace } from '#foundations/spaces/server/index.ts';
import { commitmentRevised } from '../../facts.ts';
import { revisionRefusals, type Terms } from '../commitment.ts';
import { currencyOf } from '../money.ts';
import { mayAnswer, takeCommitment } from './take-commitment.ts';
import './schema.ts';

export const reviseCommitment = defineCommand({
	name: 'participation.reviseCommitment',
	about:
		'Changes the due day, the owner or the budget of a commitment, with a public reason; what was promised before stays public.',
	api: true,
	input: z.object({
		commitmentId: idField,
		dueOn: z.iso.date('field.invalid'),
		owners: z.partialRecord(localeField, lineField(2, 160)),
		budget: optional(amountField),
		because: z.partialRecord(localeField, textField(5, 2_000)),
	}),
	async check({ commitmentId = '', ...given }, { tx, call }) {
		const space = call.spaceId ? await readSpace(tx, call.spaceId) : null;
		const promised = await tx
			.selectFrom('commitment')
			.select(['owners', 'budget', 'currency', 'due_on as dueOn'])
			.where('id', '=', commitmentId || null)
			.where('space_id', '=', call.spaceId)
			.executeTakeFirst();
		return space && promised ? revisionRefusals(promised, given, dayOf(call.now, space.zone)) : [];
	},
	load: (tx, input, call) => takeCommitment(tx, call.spaceId, input.commitmentId),
	allow: (actor, { status }) =>
		mayAnswer(actor) ?? (status === 'done' || status === 'abandoned' ? { code: 'commitment.closed' } : null),
	async run({ tx, input, loaded: commitment, actor, now }) {
		const space = (await readSpace(tx, commitment.space_id))!;
		const { owners, budget, currency, due_on: dueOn } = commitment;
		const was: Terms = { owners, budget, currency, dueOn };
		const became: Terms = {
			owners: input.owners,
			budget: input.budget,
			currency: input.budget === null ? null : (currency ?? currencyOf(space.region)),
			dueOn: input.dueOn,
		};
		await tx
			.insertInto('commitment_revision')
			.values({
				id: newId(now.getTime()),
				commitment_id: commitment.id,
				was: JSON.stringify(was),
				became: JSON.stringify(became),
				because: JSON.stringify(input.because),
				by_person: actor.id,
				at: now,
			})
			.execute();
		await tx
			.updateTable('commitment')
			.set({
				owners: JSON.stringify(became.owners),
				budget: became.budget,
				currency: became.currency,
				due_on: became.dueOn,
				v: commitment.v + 1,
			})
			.where('id', '=', commitment.id)
			.execute();
		return {
			result: {},
			facts: [commitmentRevised(commitment.id, { proposalId: commitment.proposal_id, from: dueOn, to: became.dueOn })],
		};
	},
});
