// A place in a space and those below it: what is published about it, and what is proposed there.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { placePageOf } from '#app/place-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const space = event.locals.space!;
	if (space.parentId === null) redirect(301, `/${event.locals.locale}/place/${event.params.place}`);
	return { page: new ServerOnly(await placePageOf(event, space)) };
};
