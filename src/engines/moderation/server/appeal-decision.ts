// The author answers a refusal; somebody else than the first moderator looks again.
import { z } from 'zod';
import { idField, textField } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import { subjectKind } from '#platform/server/subjects.ts';
import { decisionAppealed } from '../facts.ts';
import { mayAppeal } from '../policy.ts';
import { age, openCase } from './cases.ts';
import './schema.ts';

export const appealDecision = defineCommand({
	name: 'moderation.appealDecision',
	about: 'Answers a refusal of one’s own text; another moderator decides again.',
	api: true,
	input: z.object({ decisionId: idField, text: textField(5, 2_000) }),
	async load(tx, input, call) {
		const decision = await tx
			.selectFrom('decision')
			.innerJoin('moderation_case', 'moderation_case.id', 'decision.case_id')
			.selectAll('decision')
			.select(['source', age.as('age')])
			.where('decision.id', '=', input.decisionId)
			.where('decision.space_id', '=', call.spaceId)
			.forUpdate('decision')
			.executeTakeFirst();
		if (!decision || decision.outcome !== 'refuse' || decision.undone_at) refuse('subject.not_found');
		const text =
			(await subjectKind(decision.subject_kind).text?.read(tx, decision.subject_id)) ?? refuse('subject.not_found');
		return { decision, author: text.author, gone: text.state !== 'refused' };
	},
	allow: (actor, { author, decision, gone }) =>
		mayAppeal(actor, author, decision) ?? (gone ? { code: 'appeal.gone' } : null),
	async run({ tx, input, loaded: { decision }, now }) {
		const added = await tx
			.insertInto('appeal')
			.values({ id: newId(), decision_id: decision.id, space_id: decision.space_id, text: input.text, at: now })
			.onConflict((conflict) => conflict.column('decision_id').doNothing())
			.executeTakeFirst();
		if (added.numInsertedOrUpdatedRows === 0n) refuse('appeal.already_done');
		const subject = { subjectKind: decision.subject_kind, subjectId: decision.subject_id };
		const opened = await openCase(tx, {
			spaceId: decision.space_id,
			...subject,
			source: 'appeal',
			because: [{ rule: 'appeal' }],
			notBy: decision.by_person,
			since: decision.age,
			now,
		});
		return { result: {}, facts: [decisionAppealed(decision.id, { ...subject, decisionId: decision.id }), ...opened] };
	},
});
