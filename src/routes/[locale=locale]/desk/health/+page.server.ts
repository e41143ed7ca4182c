// The state of the installation, and putting dead letters back.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { attempt } from '#app/acts.ts';
import { healthOf } from '#app/health.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const replayed = url.searchParams.get('replayed');
	return {
		page: new ServerOnly({ health: await healthOf(), replayed: replayed === null ? null : Number(replayed) || 0 }),
	};
};

export const actions = {
	replay: (event) =>
		attempt(event, 'replay', async () => {
			const replayed = await installation().jobs.replay();
			return redirect(303, `/${event.locals.locale}/desk/health?replayed=${replayed}`);
		}),
} satisfies Actions;
