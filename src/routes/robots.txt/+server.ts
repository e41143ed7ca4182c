// What search engines may read: all that is public; not the desk, accounts, acts and the API.
import { locales } from '#platform/i18n/index.ts';
import { installation } from '#platform/server/installation.ts';
import type { RequestHandler } from './$types';

const closed = ['desk', 'account', 'sign-in', 'sign-up', 'invite/', 'flag/', 'r/', 'search', 'design'];

export const GET: RequestHandler = () => {
	const lines = [
		'User-agent: *',
		...['/api/', '/auth/', '/events', '/setup'].map((path) => `Disallow: ${path}`),
		...locales.flatMap((locale) => closed.map((path) => `Disallow: /${locale}/${path}`)),
		'Allow: /',
		'',
		`Sitemap: ${installation().config.origin}/sitemap.xml`,
	];
	return new Response(`${lines.join('\n')}\n`, {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
	});
};
