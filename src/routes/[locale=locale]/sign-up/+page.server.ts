// Creating an account: it opens once its address is confirmed, and an address already taken is answered the same.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { attempt, field } from '#app/acts.ts';
import { addressOf } from '#app/client.ts';
import { nextQuery, safeNext } from '#app/next.ts';
import { register } from '#app/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
	const next = safeNext(url.searchParams.get('next'), '') || null;
	return { page: new ServerOnly({ after: nextQuery(next), sent: url.searchParams.has('sent') }) };
};

export const actions = {
	default: (event) =>
		attempt(event, 'default', async (form) => {
			const next = safeNext(event.url.searchParams.get('next'), '') || null;
			const person = {
				name: field(form, 'name'),
				email: field(form, 'email'),
				locale: field(form, 'locale'),
			};
			await register({ headers: event.request.headers, address: addressOf(event) }, person, next);
			return redirect(303, `/${event.locals.locale}/sign-up?sent`);
		}),
} satisfies Actions;
