// An officer says how a commitment goes: a status and a note in each language that has one.
import { z } from 'zod';
import { idField, localeField, textField } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { commitmentMoved } from '../../facts.ts';
import { commitmentStatuses, isBlank } from '../commitment.ts';
import { mayAnswer, takeCommitment } from './take-commitment.ts';
import './schema.ts';

export const reportProgress = defineCommand({
	name: 'participation.reportProgress',
	about: 'Adds a dated note and a status to a commitment.',
	api: true,
	input: z.object({
		commitmentId: idField,
		status: z.enum(commitmentStatuses),
		notes: z.partialRecord(localeField, textField(5, 2_000)),
	}),
	check: ({ notes }) => (isBlank(notes) ? [{ code: 'progress.note_missing', field: 'notes' }] : []),
	load: (tx, input, call) => takeCommitment(tx, call.spaceId, input.commitmentId),
	allow: mayAnswer,
	async run({ tx, input, loaded: commitment, actor, now }) {
		const { status } = input;
		await tx
			.insertInto('progress')
			.values({
				id: newId(now.getTime()),
				commitment_id: commitment.id,
				status,
				notes: JSON.stringify(input.notes),
				by_person: actor.id,
				at: now,
			})
			.execute();
		await tx
			.updateTable('commitment')
			.set({ status, done_at: status === 'done' ? (commitment.done_at ?? now) : null, v: commitment.v + 1 })
			.where('id', '=', commitment.id)
			.execute();
		return {
			result: {},
			facts: [commitmentMoved(commitment.id, { proposalId: commitment.proposal_id, from: commitment.status, status })],
		};
	},
});
