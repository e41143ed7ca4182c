// A space's front page: its newest works and those of the spaces below it.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { frontOf } from '#app/front.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const space = locals.space!;
	if (space.parentId === null) redirect(301, `/${locals.locale}`);
	const after = url.searchParams.get('after') ?? undefined;
	const { locale, now } = locals;
	const front = await frontOf(locals.tree, space, { locale, after, now });
	return { front: new ServerOnly(front) };
};
