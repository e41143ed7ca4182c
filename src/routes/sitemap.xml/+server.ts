// The site map for search engines.
import { error } from '@sveltejs/kit';
import { siteMap } from '#app/site-map.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const xml = await siteMap(locals.tree, url.searchParams.get('part'));
	if (xml === null) error(404, { message: 'no such part', code: 'error.404.title' });
	return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
