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

/**
 * Posts as a browser does: where a guest is given a device first (307), the same form goes again with the cookie. Other
 * redirects are answers, not followed.
 */
export async function postAgain(address: string, init: RequestInit & { headers: Record<string, string> }) {
	const answer = await fetch(address, { ...init, method: 'POST', redirect: 'manual' });
	if (answer.status !== 307) return answer;
	const given = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
	const cookie = [init.headers['cookie'], ...given].filter(Boolean).join('; ');
	return fetch(new URL(answer.headers.get('location')!, address), {
		...init,
		method: 'POST',
		redirect: 'manual',
		headers: { ...init.headers, cookie },
	});
}

/** Posts a form; redirects are answers, not followed. */
export function postForm(
	url: string,
	page: string,
	action: string | null,
	fields: Record<string, string>,
	headers: Record<string, string> = {},
): Promise<Response> {
	return postAgain(`${url}${page}${action ? `?/${action}` : ''}`, {
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
