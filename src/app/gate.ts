// What every request passes before its page: the cross-site check, the size check, the set-up, the access table.
import { isLocale } from '#platform/i18n/index.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { RouteId } from '$app/types';
import { refusalAt } from './access.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
const smallForm = 2_000_000;
/** Pictures and feed files, sent as multipart; everything else is text. */
const largeRoutes = new Set([
	'/[locale=locale]/desk/s/[space]/images',
	'/[locale=locale]/desk/s/[space]/feeds',
	'/[locale=locale]/desk/s/[space]/works/new',
	'/[locale=locale]/desk/s/[space]/works/[work]',
	'/[locale=locale]/desk/s/[space]/settings',
	'/[locale=locale]/desk/territories',
]);
const largeForm = 21_000_000;

/**
 * Cross-site request forgery: a change that rides on a cookie must come from our own pages. Browsers say so in
 * Sec-Fetch-Site, older ones in Origin. A bearer token without a cookie is an API client. Addresses below /api/ read no
 * cookie at all, and take only JSON, which a foreign page cannot send without our leave.
 */
export function isCrossSite(request: Request): boolean {
	if (safe.has(request.method) || new URL(request.url).pathname.startsWith('/api/')) return false;
	const { headers } = request;
	if (headers.get('authorization')?.startsWith('Bearer ') && !headers.has('cookie')) return false;
	const site = headers.get('sec-fetch-site');
	if (site) return site !== 'same-origin';
	const origin = headers.get('origin');
	if (!origin || !URL.canParse(origin)) return true;
	return new URL(origin).origin !== new URL(request.url).origin;
}

/** An address with a null byte names nothing, and the database takes none. */
export const holdsNull = ({ url }: Pick<RequestEvent, 'url'>): boolean => /%00/.test(url.pathname + url.search);

export function isTooLarge(event: RequestEvent): boolean {
	const { headers } = event.request;
	const holdsFiles = largeRoutes.has(event.route.id ?? '') && /^multipart\//i.test(headers.get('content-type') ?? '');
	return Number(headers.get('content-length') ?? 0) > (holdsFiles ? largeForm : smallForm);
}

const longestAddress = 8_192;

/** Whether the address is longer than any of ours. */
export const isTooLong = ({ url }: RequestEvent): boolean => url.href.length > longestAddress;

/** Throws the redirect or error a request meets; returns when it may go on. */
export function enforceAccess(event: RequestEvent): void {
	const { id } = event.route;
	const { locals, url } = event;
	const empty = locals.tree.root === null;
	if (empty && id !== '/setup' && id !== null)
		redirect(303, isLocale(event.params['locale']) ? `/setup?language=${event.params['locale']}` : '/setup');
	// No such page: Kit answers with the page for errors.
	if (id === null) return;
	const rootRoles = locals.tree.root ? (locals.roles.get(locals.tree.root.id) ?? []) : [];
	const refusal = refusalAt(id as RouteId, {
		signedIn: locals.person !== null,
		roles: locals.actor.roles,
		rootRoles,
		empty,
	});
	if (
		refusal === 'access.sign_in' &&
		event.request.method === 'GET' &&
		!(event.request.headers.get('accept') ?? '').startsWith('application/json')
	)
		redirect(303, `/${locals.locale}/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	if ('space' in event.params && locals.space === null)
		error(404, { message: 'no such space', code: 'space.not_found' });
	if (refusal === 'access.sign_in') error(401, { message: 'sign in first', code: refusal });
	if (refusal) error(403, { message: 'not allowed', code: refusal });
}
