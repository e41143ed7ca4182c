// The form by which an officer says how a commitment goes.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { reportProgress } from '#modules/participation/server/index.ts';
import { field, perLocale, submit } from '#app/acts.ts';
import { commitmentForProgress } from '#app/participation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	page: new ServerOnly({
		...(await commitmentForProgress(event, event.params.commitment)),
		saved: event.url.searchParams.has('saved'),
	}),
});

export const actions = {
	default: (event) =>
		submit(event, reportProgress, {
			once: true,
			read: (form) => ({
				commitmentId: event.params.commitment,
				status: field(form, 'status'),
				notes: perLocale(form, 'notes'),
			}),
			done: () => redirect(303, `${event.url.pathname}?saved`),
		}),
} satisfies Actions;
