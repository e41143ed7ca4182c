// Headers of every answer. The content policy itself is Kit's (vite.config.ts); here the rest, and who may keep a copy.
import type { RequestEvent } from '@sveltejs/kit';
import { installation } from '#platform/server/installation.ts';

/** Pages anybody may see alike, kept by the page cache until a fact empties it. */
export function isCacheable(event: RequestEvent, response: Response): boolean {
	if (event.request.method !== 'GET' && event.request.method !== 'HEAD') return false;
	if (response.status !== 200 || response.headers.has('set-cookie')) return false;
	const id = event.route.id ?? '';
	const shared =
		(id.startsWith('/[locale=locale]') && !/\/(desk|account|sign-in|sign-up|invite|r|flag|search)(\/|$)/.test(id)) ||
		id === '/sitemap.xml';
	return shared && event.locals.person === null && !event.request.headers.has('cookie');
}

export function* headersFor(event: RequestEvent, response: Response): Iterable<[string, string]> {
	yield ['x-content-type-options', 'nosniff'];
	yield ['referrer-policy', 'same-origin'];
	yield ['x-frame-options', 'DENY'];
	yield ['cross-origin-opener-policy', 'same-origin'];
	yield ['cross-origin-resource-policy', 'same-origin'];
	yield ['permissions-policy', 'camera=(), geolocation=(), microphone=()'];
	if (installation().config.secure) yield ['strict-transport-security', 'max-age=31536000; includeSubDomains'];
	if (isCacheable(event, response)) {
		const { space, tree } = event.locals;
		const showsOthers = !space || tree.all.some((other) => other.parentId === space.id);
		const tags = showsOthers ? '*' : space.id;
		yield ['x-joussour-cache', tags];
		yield ['cache-control', 'no-cache'];
	} else if (!response.headers.has('cache-control')) yield ['cache-control', 'private, no-store'];
}
