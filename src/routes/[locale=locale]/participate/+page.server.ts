// The portal: every process.
import { ServerOnly } from '#platform/server-only.ts';
import { participateOf } from '#app/participation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	page: new ServerOnly(await participateOf(event, event.locals.tree.root!)),
});
