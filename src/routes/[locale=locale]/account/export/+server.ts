// Hands a person everything the installation holds about them, as one JSON file.
import { installation } from '#platform/server/installation.ts';
import { exportPerson } from '#foundations/accounts/server/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const rooms = await exportPerson(installation().db, locals.person!.personId);
	const file = { made: locals.now.toISOString(), ...rooms };
	return new Response(`${JSON.stringify(file, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="joussour-${locals.now.toISOString().slice(0, 10)}.json"`,
			'cache-control': 'private, no-store',
		},
	});
};
