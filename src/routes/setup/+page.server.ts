// The first visit: names the installation, makes the first administrator, or loads the demonstration.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { anonymous } from '#platform/actor.ts';
import { openSession } from '#foundations/accounts/server/index.ts';
import { setUp } from '#foundations/spaces/server/index.ts';
import { attempt, field, submit } from '#app/acts.ts';
import { setCookies } from '#app/cookies.ts';
import { loadDemonstration } from '#app/demonstration.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ page: new ServerOnly({ locale: locals.locale }) });

export const actions = {
	create: (event) =>
		submit(event, setUp, {
			read: (form) => ({
				name: field(form, 'name'),
				languages: form.getAll('languages'),
				region: field(form, 'region'),
				adminName: field(form, 'adminName'),
				email: field(form, 'email'),
				password: field(form, 'password'),
			}),
			done: async ({ personId }, form) => {
				setCookies(event, [await openSession(personId, event.request.headers.get('user-agent'))]);
				return redirect(303, `/${String(form.getAll('languages')[0] ?? 'fr')}/desk`);
			},
			call: (call) => ({ ...call, actor: anonymous, spaceId: null }),
		}),
	demonstration: (event) =>
		attempt(event, 'demonstration', async () => {
			await loadDemonstration(installation());
			return redirect(303, `/${event.locals.locale}/sign-in`);
		}),
} satisfies Actions;
