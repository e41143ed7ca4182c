// The portal's front page: the newest works of the whole network.
import { ServerOnly } from '#platform/server-only.ts';
import { frontOf, sideOf } from '#app/front.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const space = locals.tree.root!;
	const after = url.searchParams.get('after') ?? undefined;
	const front = await frontOf(locals.tree, space, { locale: locals.locale, after });
	const side = await sideOf(locals.tree, space, locals.now);
	return { front: new ServerOnly({ ...front, ...side, space }) };
};
