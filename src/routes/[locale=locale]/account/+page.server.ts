// One's own account: profile, personal tokens, sessions, leaving.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import {
	changeProfile,
	endSession,
	erasePerson,
	listSessions,
	listTokens,
	makeToken,
	revokeToken,
	signOut,
	signOutEverywhere,
} from '#foundations/accounts/server/index.ts';
import { attempt, field, submit } from '#app/acts.ts';
import { setCookies } from '#app/cookies.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db } = installation();
	const { personId } = locals.person!;
	return {
		page: new ServerOnly({
			tokens: await listTokens(db, personId),
			sessions: await listSessions(db, personId, locals.now),
			saved: url.searchParams.has('saved'),
			ended: url.searchParams.has('ended'),
		}),
	};
};

async function leave(event: RequestEvent): Promise<void> {
	setCookies(event, (await signOut(event.request.headers)).headers.getSetCookie());
}

export const actions = {
	profile: (event) =>
		submit(event, changeProfile, {
			form: 'profile',
			read: (form) => ({ name: field(form, 'name'), locale: field(form, 'locale') }),
			done: (_result, form) => redirect(303, `/${field(form, 'locale')}/account?saved`),
		}),
	token: (event) =>
		submit(event, makeToken, {
			form: 'token',
			once: true,
			read: (form) => ({ name: field(form, 'name') }),
			done: ({ token }, form) => ({ made: { name: field(form, 'name'), token } }),
		}),
	revoke: (event) =>
		submit(event, revokeToken, {
			form: 'revoke',
			read: (form) => ({ id: field(form, 'id') }),
			done: () => redirect(303, `/${event.locals.locale}/account`),
		}),
	sign_out: (event) =>
		attempt(event, 'sign_out', async () => {
			await leave(event);
			return redirect(303, `/${event.locals.locale}/sign-in?out`);
		}),
	end: (event) =>
		attempt(event, 'end', async (form) => {
			await endSession(event.request.headers, event.locals.person!.personId, field(form, 'id'));
			return redirect(303, `/${event.locals.locale}/account?ended`);
		}),
	everywhere: (event) =>
		attempt(event, 'everywhere', async () => {
			await signOutEverywhere(event.request.headers);
			await leave(event);
			return redirect(303, `/${event.locals.locale}/sign-in?out`);
		}),
	erase: (event) =>
		submit(event, erasePerson, {
			form: 'erase',
			read: (form) => ({ confirmation: field(form, 'confirmation') }),
			done: async () => {
				await leave(event);
				return redirect(303, `/${event.locals.locale}/sign-in?erased`);
			},
		}),
} satisfies Actions;
