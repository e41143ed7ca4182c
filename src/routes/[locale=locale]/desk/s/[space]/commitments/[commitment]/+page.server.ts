// The forms by which an officer says how a commitment goes, and changes its terms.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { reportProgress, reviseCommitment } from '#modules/participation/server/index.ts';
import { field, perLocale, submit } from '#app/acts.ts';
import { commitmentForProgress } from '#app/participation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	page: new ServerOnly({
		...(await commitmentForProgress(event, event.params.commitment)),
		saved: event.url.searchParams.has('saved'),
		revised: event.url.searchParams.has('revised'),
	}),
});

export const actions = {
	progress: (event) =>
		submit(event, reportProgress, {
			form: 'progress',
			once: true,
			read: (form) => ({
				commitmentId: event.params.commitment,
				status: field(form, 'status'),
				notes: perLocale(form, 'notes'),
			}),
			done: () => redirect(303, `${event.url.pathname}?saved`),
		}),
	revise: (event) =>
		submit(event, reviseCommitment, {
			form: 'revise',
			once: true,
			read: (form) => ({
				commitmentId: event.params.commitment,
				dueOn: field(form, 'dueOn'),
				owners: perLocale(form, 'owners'),
				budget: field(form, 'budget'),
				because: perLocale(form, 'because'),
			}),
			done: () => redirect(303, `${event.url.pathname}?revised`),
		}),
} satisfies Actions;
