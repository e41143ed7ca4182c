// The API's documentation.
import { ServerOnly } from '#platform/server-only.ts';
import { documentationOf, keptOutActs } from '#app/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	page: new ServerOnly({ operations: documentationOf(locals.tree.root!.address), keptOut: keptOutActs() }),
});
