// A moderator decides: publish, or refuse with a rule and a sentence in the author's language. Undo within ten minutes.
import { z } from 'zod';
import { idField, localeField, optional, textField } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Tx } from '#platform/server/db.ts';
import { type Standing, subjectKind, type SubjectText } from '#platform/server/subjects.ts';
import { caseDecided, decisionUndone } from '../facts.ts';
import { mayDecide, undoMinutes } from '../policy.ts';
import { reopenCase, takeCase } from './cases.ts';
import { listRules } from './rulebook.ts';
import { readingOf } from './reading.ts';
import './schema.ts';

const hoursBetween = (from: Date, to: Date): number =>
	Math.round(((to.getTime() - from.getTime()) / 3_600_000) * 100) / 100;

/** Why a case that is not open cannot be decided. */
const over = { decided: 'decision.already_done', closed: 'case.closed' } as const;

/** The text a case is about, while there is one. */
async function standing(
	tx: Tx,
	about: { subject_kind: string; subject_id: string },
): Promise<SubjectText & { state: Standing }> {
	const text = (await subjectKind(about.subject_kind).text?.read(tx, about.subject_id)) ?? refuse('subject.not_found');
	const { state } = text;
	return state === 'published' || state === 'held' || state === 'refused' ? { ...text, state } : refuse('case.closed');
}

export const decideCase = defineCommand({
	name: 'moderation.decideCase',
	about: 'Decides an open case: publishes the text, or refuses it with a rule and the sentence its author will read.',
	api: true,
	input: z.object({
		caseId: idField,
		outcome: z.enum(['publish', 'refuse']),
		/** The text as it was read (`readingOf`): a newer one is not decided unread. Left out, it is decided as it stands. */
		seen: optional(z.string().max(64)),
		ruleId: optional(idField),
		sentence: optional(textField(10, 2_000)),
		sentenceLocale: optional(localeField),
	}),
	async check({ outcome, ruleId, sentence }, { tx, call }) {
		const refusals: Refusal[] = [];
		const known = ruleId && call.spaceId ? await listRules(tx, call.spaceId) : [];
		const isMissing = ruleId ? !known.some(({ id }) => id === ruleId) : ruleId === null && outcome === 'refuse';
		if (isMissing) refusals.push({ code: 'decision.rule_missing', field: 'ruleId' });
		if (outcome === 'refuse' && sentence === null)
			refusals.push({ code: 'decision.sentence_missing', field: 'sentence' });
		return refusals;
	},
	load: async (tx, input, call) => {
		const found = await takeCase(tx, call.spaceId, input.caseId);
		return { ...found, notBy: found.not_by };
	},
	allow: (actor, open) => mayDecide(actor, open) ?? (open.state === 'open' ? null : { code: over[open.state] }),
	async run({ tx, input, loaded: open, actor, now }) {
		const kind = subjectKind(open.subject_kind);
		const text = await standing(tx, open);
		if (input.seen !== null && input.seen !== readingOf(text)) refuse('decision.stale');
		const rule = input.ruleId
			? (await listRules(tx, open.space_id)).find((known) => known.id === input.ruleId)
			: undefined;
		const decisionId = newId(now.getTime());
		await tx
			.insertInto('decision')
			.values({
				id: decisionId,
				case_id: open.id,
				space_id: open.space_id,
				subject_kind: open.subject_kind,
				subject_id: open.subject_id,
				outcome: input.outcome,
				rule_id: rule?.id ?? null,
				sentence: input.outcome === 'refuse' ? input.sentence : null,
				sentence_locale: input.sentenceLocale ?? text.locale,
				by_person: actor.id,
				at: now,
				undone_at: null,
				undone_by: null,
				state_before: text.state,
			})
			.execute();
		await tx
			.updateTable('moderation_case')
			.set({ state: 'decided', decided_at: now })
			.where('id', '=', open.id)
			.execute();
		const to = input.outcome === 'publish' ? 'published' : 'refused';
		const moved = await kind.text!.move(tx, open.subject_id, to, now);
		const fact = caseDecided(open.id, {
			subjectKind: open.subject_kind,
			subjectId: open.subject_id,
			outcome: input.outcome,
			rule: rule?.number ?? null,
			hours: hoursBetween(open.opened_at, now),
			authorId: text.author.kind === 'person' ? text.author.id : null,
			decisionId,
		});
		return { result: { decisionId }, facts: [fact, ...moved] };
	},
});

export const undoDecision = defineCommand({
	name: 'moderation.undoDecision',
	about:
		'Takes a decision back within ten minutes; the text stands as before and the case is open again, in its old place.',
	api: true,
	input: z.object({ decisionId: idField }),
	async load(tx, input, call) {
		const decision = await tx
			.selectFrom('decision')
			.innerJoin('moderation_case', 'moderation_case.id', 'decision.case_id')
			.selectAll('decision')
			.select('not_by as notBy')
			.where('decision.id', '=', input.decisionId)
			.where('decision.space_id', '=', call.spaceId)
			.forUpdate('decision')
			.executeTakeFirst();
		return decision ? { ...decision, now: call.now } : refuse('subject.not_found');
	},
	allow: (actor, decision) => {
		// What was decided on appeal is not taken back by whoever may not decide it.
		const denied = mayDecide(actor, decision);
		if (denied) return denied;
		if (decision.undone_at) return { code: 'decision.already_done' };
		return decision.now.getTime() - decision.at.getTime() <= undoMinutes * 60_000
			? null
			: { code: 'decision.undo_time_over', params: { minutes: undoMinutes } };
	},
	async run({ tx, loaded: decision, actor, now }) {
		await standing(tx, decision);
		await tx
			.updateTable('decision')
			.set({ undone_at: now, undone_by: actor.id })
			.where('id', '=', decision.id)
			.execute();
		const kind = subjectKind(decision.subject_kind);
		const moved = await kind.text!.move(tx, decision.subject_id, decision.state_before ?? 'held', now);
		await reopenCase(tx, decision.case_id, now);
		const subject = { subjectKind: decision.subject_kind, subjectId: decision.subject_id };
		return { result: {}, facts: [decisionUndone(decision.id, { ...subject, decisionId: decision.id }), ...moved] };
	},
});
