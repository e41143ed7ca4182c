// Headers of pages. The content policy itself is Kit's (vite.config.ts), what files get too is set in serve.ts; here the rest,
// and who may keep a copy.
import type { RequestEvent } from '@sveltejs/kit';

/** For what readers on other sites may show and read: feeds, their pictures. No cookie goes with it, so nothing private comes back. */
export const openToAll = {
	'access-control-allow-origin': '*',
	'cross-origin-resource-policy': 'cross-origin',
} as const;

/** Pages anybody may see alike, kept by the page cache until a fact empties it. */
function isCacheable(event: RequestEvent, response: Response): boolean {
	if (event.request.method !== 'GET' && event.request.method !== 'HEAD') return false;
	if (response.status !== 200 || response.headers.has('set-cookie')) return false;
	const id = event.route.id ?? '';
	const shared =
		(id.startsWith('/[locale=locale]') && !/\/(desk|account|sign-in|sign-up|invite|r|flag|search)(\/|$)/.test(id)) ||
		id === '/sitemap.xml';
	return shared && event.locals.person === null && !event.request.headers.has('cookie');
}

export function* headersFor(event: RequestEvent, response: Response): Iterable<[string, string]> {
	yield ['referrer-policy', 'same-origin'];
	yield ['x-frame-options', 'DENY'];
	yield ['cross-origin-opener-policy', 'same-origin'];
	yield ['permissions-policy', 'camera=(), geolocation=(), microphone=()'];
	if (isCacheable(event, response)) {
		const { space, tree } = event.locals;
		const showsOthers = !space || tree.all.some((other) => other.parentId === space.id);
		const tags = showsOthers ? '*' : space.id;
		yield ['x-joussour-cache', tags];
		yield ['cache-control', 'no-cache'];
	} else if (!response.headers.has('cache-control')) yield ['cache-control', 'private, no-store'];
}
