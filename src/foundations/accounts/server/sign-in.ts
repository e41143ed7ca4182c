// Signing in and out: thin calls of the library that answer with the cookies to set.
import { createHmac } from 'node:crypto';
import { newToken } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import { installation } from '#platform/server/installation.ts';
import { blankUsed } from '#platform/server/mail/index.ts';
import { auth, sessionCookie } from './auth.ts';
import { hashPassword } from './passwords.ts';
import { setPassword } from './persons.ts';

export interface SignedIn {
	personId: string;
	name: string;
	email: string;
	locale: string;
	sessionId: string;
}

interface WithHeaders {
	headers: Headers;
}

/**
 * What the library is told of a request: the cookie and the browser's name. The cross-site check is the gate's (every
 * request passes it), so the library sees our own origin and works under each name this machine has.
 */
function own(headers: Headers): Headers {
	const kept = new Headers({ origin: installation().config.origin });
	for (const name of ['cookie', 'user-agent']) if (headers.has(name)) kept.set(name, headers.get(name)!);
	return kept;
}

/** Runs a library call; its own refusals become ours under one code, so that nothing tells known addresses from unknown. */
async function attempt<Answer>(code: string, work: () => Promise<Answer>): Promise<Answer> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Error && error.name === 'APIError') {
			const inner =
				'body' in error && typeof error.body === 'object' && error.body && 'code' in error.body
					? String(error.body.code)
					: '';
			refuse(inner === 'EMAIL_NOT_VERIFIED' ? 'sign_in.not_confirmed' : code);
		}
		throw error;
	}
}

/** Who the request's cookie belongs to, or null. */
export async function sessionOf(headers: Headers): Promise<SignedIn | null> {
	// Most who carry a cookie are guests' devices: nothing to look up.
	if (!headers.get('cookie')?.includes(`${sessionCookie(installation().config.secure)}=`)) return null;
	const found = await auth().api.getSession({ headers: own(headers) });
	if (!found) return null;
	const { user, session } = found;
	return { personId: user.id, name: user.name, email: user.email, locale: user.locale ?? 'fr', sessionId: session.id };
}

export const signInWithPassword = (headers: Headers, email: string, password: string): Promise<WithHeaders> =>
	attempt('sign_in.wrong', () =>
		auth().api.signInEmail({ body: { email, password }, headers: own(headers), returnHeaders: true }),
	);

/**
 * Creates an account that opens once its address is confirmed; answers the same for an address already taken. Its password
 * is chosen then, by whoever reads the letter: until then there is one that nobody knows.
 */
export async function signUp(
	headers: Headers,
	person: { name: string; email: string; locale: string },
	next?: string | null,
): Promise<void> {
	const body = { ...person, password: newToken(), ...(next ? { callbackURL: next } : {}) };
	await attempt('sign_up.refused', () => auth().api.signUpEmail({ body, headers: own(headers) }));
}

/** Sends a one-time link; an address without an account is sent nothing and answered the same. */
export async function sendMagicLink(headers: Headers, email: string, next?: string | null): Promise<void> {
	await attempt('sign_in.wrong', () =>
		auth().api.signInMagicLink({ body: { email, ...(next ? { metadata: { next } } : {}) }, headers: own(headers) }),
	);
}

/** Uses a link's token once; the letter that brought it then lets it go. */
async function useLink<Answer>(token: string, work: () => Promise<Answer>): Promise<Answer> {
	const answer = await attempt('sign_in.link_used', work);
	await blankUsed(installation().db, encodeURIComponent(token));
	return answer;
}

export const openMagicLink = (headers: Headers, token: string): Promise<WithHeaders> =>
	useLink(token, () => auth().api.magicLinkVerify({ query: { token }, headers: own(headers), returnHeaders: true }));

/**
 * Confirms an address with the password its owner chooses, and signs in, once: the library answers a second use kindly but
 * opens no session. Whatever password was there before opens nothing.
 */
export async function confirmAddress(headers: Headers, token: string, password: string): Promise<WithHeaders> {
	const hash = await hashPassword(password);
	return useLink(token, async () => {
		const answer = await auth().api.verifyEmail({ query: { token }, headers: own(headers), returnHeaders: true });
		const cookie = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
		const person = cookie.length > 0 ? await sessionOf(new Headers({ cookie: cookie.join('; ') })) : null;
		if (!person) refuse('sign_in.link_used');
		const { db, clock } = installation();
		await db.transaction().execute((tx) => setPassword(tx, person.personId, hash, clock()));
		return answer;
	});
}

export async function askNewPassword(headers: Headers, email: string): Promise<void> {
	await attempt('sign_in.wrong', () => auth().api.requestPasswordReset({ body: { email }, headers: own(headers) }));
}

export async function setNewPassword(headers: Headers, token: string, password: string): Promise<void> {
	await useLink(token, () =>
		auth().api.resetPassword({ body: { token, newPassword: password }, headers: own(headers) }),
	);
}

export const signOut = (headers: Headers): Promise<WithHeaders> =>
	auth().api.signOut({ headers: own(headers), returnHeaders: true });

export async function signOutEverywhere(headers: Headers): Promise<void> {
	await auth().api.revokeSessions({ headers: own(headers) });
}

/** Ends one of the person's sessions; one of somebody else, or one that is over, is left as it is. */
export async function endSession(headers: Headers, personId: string, id: string): Promise<void> {
	const { db } = installation();
	const session = await db
		.selectFrom('session')
		.select('token')
		.where('id', '=', id)
		.where('person_id', '=', personId)
		.executeTakeFirst();
	if (session) await auth().api.revokeSession({ headers: own(headers), body: { token: session.token } });
}

/** Opens a session without a secret: the demonstration's one-click entry and the set-up page, nothing else. */
export async function openSession(personId: string, userAgent: string | null): Promise<string> {
	const context = await auth().$context;
	const session = await context.internalAdapter.createSession(personId, false, { userAgent: userAgent ?? '' });
	const { name, attributes } = context.authCookies.sessionToken;
	const signature = createHmac('sha256', installation().secret).update(session.token).digest('base64');
	const parts = [
		`${name}=${encodeURIComponent(`${session.token}.${signature}`)}`,
		`Path=${attributes.path ?? '/'}`,
		'HttpOnly',
		'SameSite=Lax',
		'Max-Age=2592000',
	];
	if (attributes.secure) parts.push('Secure');
	return parts.join('; ');
}
