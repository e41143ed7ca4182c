// The link that confirms an address: opening the page changes nothing (mail scanners open links), the form does, with a password.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { attempt, field } from '#app/acts.ts';
import { addressOf } from '#app/client.ts';
import { setCookies } from '#app/cookies.ts';
import { safeNext } from '#app/next.ts';
import { confirm } from '#app/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	page: new ServerOnly({ hasToken: url.searchParams.has('token') }),
});

export const actions = {
	default: (event) =>
		attempt(event, 'default', async (form) => {
			const knock = { headers: event.request.headers, address: addressOf(event) };
			const token = event.url.searchParams.get('token') ?? '';
			setCookies(event, await confirm(knock, { token, password: field(form, 'password') }));
			return redirect(303, safeNext(event.url.searchParams.get('next'), `/${event.locals.locale}/account`));
		}),
} satisfies Actions;
