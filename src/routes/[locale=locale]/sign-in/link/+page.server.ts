// The one-time link of a mail: opening the page changes nothing (mail scanners open links), the button does.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { openMagicLink } from '#foundations/accounts/server/index.ts';
import { attempt } from '#app/acts.ts';
import { setCookies } from '#app/cookies.ts';
import { safeNext } from '#app/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	page: new ServerOnly({ hasToken: url.searchParams.has('token') }),
});

export const actions = {
	default: (event) =>
		attempt(event, 'default', async () => {
			const answer = await openMagicLink(event.request.headers, event.url.searchParams.get('token') ?? '');
			setCookies(event, answer.headers.getSetCookie());
			return redirect(303, safeNext(event.url.searchParams.get('next'), `/${event.locals.locale}/desk`));
		}),
} satisfies Actions;
