// A place: what the whole network has published about it, and what is proposed there.
import { ServerOnly } from '#platform/server-only.ts';
import { placePageOf } from '#app/place-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	page: new ServerOnly(await placePageOf(event, event.locals.tree.root!)),
});
