// The portal's front page: the newest works of the whole network.
import { ServerOnly } from '#platform/server-only.ts';
import { frontOf } from '#app/front.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const space = locals.tree.root!;
	const after = url.searchParams.get('after') ?? undefined;
	const { locale, now } = locals;
	const front = await frontOf(locals.tree, space, { locale, after, now });
	return { front: new ServerOnly(front) };
};
