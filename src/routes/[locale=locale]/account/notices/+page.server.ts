// What one was told, newest first.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { listNotices, readNotices } from '#engines/notifications/server/index.ts';
import { submit } from '#app/acts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	page: new ServerOnly({ notices: await listNotices(installation().db, locals.person!.personId, locals.locale, 100) }),
});

export const actions = {
	default: (event) =>
		submit(event, readNotices, {
			read: () => ({}),
			done: () => redirect(303, `/${event.locals.locale}/account/notices`),
		}),
} satisfies Actions;
