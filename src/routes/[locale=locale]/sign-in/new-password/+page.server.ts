// A new password: asking for the mail, then setting it by the mail's link.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { attempt, field } from '#app/acts.ts';
import { addressOf } from '#app/client.ts';
import { askForPassword, changePassword } from '#app/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => ({
	page: new ServerOnly({
		hasToken: url.searchParams.has('token'),
		token: url.searchParams.get('token') ?? '',
		sent: url.searchParams.has('sent'),
		email: locals.person?.email ?? '',
	}),
});

export const actions = {
	ask: (event) =>
		attempt(event, 'ask', async (form) => {
			await askForPassword(
				{ headers: event.request.headers, address: addressOf(event) },
				{ email: field(form, 'email') },
			);
			return redirect(303, `/${event.locals.locale}/sign-in/new-password?sent`);
		}),
	set: (event) =>
		attempt(event, 'set', async (form) => {
			const token = event.url.searchParams.get('token') ?? '';
			await changePassword(
				{ headers: event.request.headers, address: addressOf(event) },
				{ token, password: field(form, 'password') },
			);
			return redirect(303, `/${event.locals.locale}/sign-in?changed`);
		}),
} satisfies Actions;
