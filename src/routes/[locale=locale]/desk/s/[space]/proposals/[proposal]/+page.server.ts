// The form by which an officer answers a proposal.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { answerProposal, reviseAnswer } from '#modules/participation/server/index.ts';
import { field, perLocale, submit } from '#app/acts.ts';
import { proposalForAnswer } from '#app/participation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	page: new ServerOnly({
		...(await proposalForAnswer(event, event.params.proposal)),
		saved: event.url.searchParams.has('saved'),
	}),
});

export const actions = {
	answer: (event) =>
		submit(event, answerProposal, {
			form: 'answer',
			once: true,
			read: (form) => {
				const outcome = field(form, 'outcome');
				const promised =
					outcome === 'accepted'
						? { owners: perLocale(form, 'owners'), budget: field(form, 'budget'), dueOn: field(form, 'dueOn') }
						: {};
				return {
					proposalId: event.params.proposal,
					outcome: outcome || undefined,
					reasons: perLocale(form, 'reasons'),
					...promised,
				};
			},
			done: () => redirect(303, `${event.url.pathname}?saved`),
		}),
	revise: (event) =>
		submit(event, reviseAnswer, {
			form: 'revise',
			once: true,
			read: (form) => ({
				proposalId: event.params.proposal,
				reasons: perLocale(form, 'reasons'),
				because: perLocale(form, 'because'),
			}),
			done: () => redirect(303, `${event.url.pathname}?saved`),
		}),
} satisfies Actions;
