// Signing in: by password, by a link in the mail, and in one click on a demonstration installation.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { attempt, field } from '#app/acts.ts';
import { addressOf } from '#app/client.ts';
import { setCookies } from '#app/cookies.ts';
import { nextQuery, safeNext } from '#app/next.ts';
import { askForLink, demonstrationEntries, enterDemonstration, enterWithPassword } from '#app/sign-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const said = ['sent', 'changed', 'erased', 'out'] as const;
const nextOf = ({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>): string =>
	safeNext(url.searchParams.get('next'), `/${locals.locale}/desk`);
const knock = (event: RequestEvent) => ({ headers: event.request.headers, address: addressOf(event) });

export const load: PageServerLoad = async ({ url, locals }) => {
	const next = safeNext(url.searchParams.get('next'), '');
	return {
		page: new ServerOnly({
			next,
			onward: next ? `&next=${encodeURIComponent(next)}` : '',
			after: nextQuery(next || null),
			said: said.find((word) => url.searchParams.has(word)) ?? null,
			entries: locals.demo ? await demonstrationEntries() : [],
		}),
	};
};

export const actions = {
	password: (event) =>
		attempt(event, 'password', async (form) => {
			setCookies(
				event,
				await enterWithPassword(knock(event), { email: field(form, 'email'), password: field(form, 'password') }),
			);
			return redirect(303, nextOf(event));
		}),
	link: (event) =>
		attempt(event, 'link', async (form) => {
			const next = safeNext(event.url.searchParams.get('next'), '');
			await askForLink(knock(event), { email: field(form, 'email') }, next || null);
			return redirect(303, `/${event.locals.locale}/sign-in?sent${next ? `&next=${encodeURIComponent(next)}` : ''}`);
		}),
	enter: (event) =>
		attempt(event, 'enter', async (form) => {
			setCookies(event, [
				await enterDemonstration(event.locals.demo, field(form, 'role'), event.request.headers.get('user-agent')),
			]);
			return redirect(303, nextOf(event));
		}),
} satisfies Actions;
