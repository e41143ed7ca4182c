// The portal: what was promised and what became of it.
import { ServerOnly } from '#platform/server-only.ts';
import { keptOf } from '#app/participation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	page: new ServerOnly(await keptOf(event, event.locals.tree.root!)),
});
