// One case: what was said, why it waits, its context, and the decision.
import { error, redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { decideCase } from '#engines/moderation/server/index.ts';
import { attempt, field, submit } from '#app/acts.ts';
import { afterDecision, caseFor, queueFor, sentenceLocale } from '#app/moderation-desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await caseFor(event);
	if (!found) error(404, { message: 'no such case', code: 'subject.not_found' });
	return { page: new ServerOnly({ ...found, list: await queueFor(event) }) };
};

export const actions = {
	decide: (event) =>
		submit(event, decideCase, {
			form: 'decision',
			read: (form) => {
				const outcome = field(form, 'outcome');
				const seen = field(form, 'seen');
				if (outcome === 'publish') return { caseId: event.params.case, outcome, seen };
				const sentence = field(form, 'sentence');
				return {
					caseId: event.params.case,
					outcome,
					seen,
					ruleId: field(form, 'ruleId'),
					sentence,
					sentenceLocale: sentenceLocale(sentence, field(form, 'sentenceLocale')),
				};
			},
			done: async ({ decisionId }) => redirect(303, await afterDecision(event, decisionId)),
		}),
	/** Without script: the page again, with the sentence of the rule chosen. */
	template: (event) =>
		attempt(event, 'decision', async (form) => {
			const chosen = (await caseFor(event))?.rules.find((rule) => rule.id === field(form, 'ruleId'));
			const queue = event.url.searchParams.get('queue');
			return redirect(
				303,
				`${event.url.pathname}?${queue ? `queue=${encodeURIComponent(queue)}&` : ''}${chosen ? `rule=${chosen.number}` : ''}#decide`,
			);
		}),
} satisfies Actions;
