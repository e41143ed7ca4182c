// A small network on a running application, and forms posted the way a browser without JavaScript posts them.
import type { Db } from '#platform/server/db.ts';
import { builders } from './build.ts';

/** A portal with one medium and one published work that takes comments. */
export async function aNetwork(_url: string, db: Db) {
	const build = builders({ db, clock: () => new Date() });
	const root = await build.root();
	const medium = await build.aSpace({ kind: 'medium', address: 'radio-tizi', name: 'Radio Tizi' });
	const { workId, versionId } = await build.aWork(medium, {
		title: 'Eau du barrage',
		body: '<p>Trois villages proposent un partage.</p>',
	});
	return { build, root, medium, workId, versionId, workPage: '/fr/s/radio-tizi/w/eau-du-barrage' };
}

/** Posts a form; redirects are answers, not followed. */
export function postForm(
	url: string,
	page: string,
	action: string | null,
	fields: Record<string, string>,
	headers: Record<string, string> = {},
): Promise<Response> {
	return fetch(`${url}${page}${action ? `?/${action}` : ''}`, {
		method: 'POST',
		redirect: 'manual',
		headers: {
			accept: 'text/html',
			origin: url,
			'sec-fetch-site': 'same-origin',
			'content-type': 'application/x-www-form-urlencoded',
			'user-agent': `reader ${Math.random()}`,
			...headers,
		},
		body: new URLSearchParams(fields),
	});
}
