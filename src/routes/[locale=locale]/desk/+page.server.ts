// The desk: what waits for me, and my spaces.
import { ServerOnly } from '#platform/server-only.ts';
import { emptyDeskOf } from '#app/empty-desk.ts';
import { restOf, totalOf, waitingFor } from '#app/waiting.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { person, roles, now, tree } = locals;
	const own = tree.all.filter((space) => roles.has(space.id)).map((space) => ({ space, roles: roles.get(space.id)! }));
	const waits = await waitingFor(person!.personId, roles, now, locals.locale);
	return {
		page: new ServerOnly({
			waiting: waits.items,
			total: totalOf(waits.counts),
			rest: restOf(waits),
			own,
			empty: emptyDeskOf(own),
			isRootAdmin: tree.root !== null && (roles.get(tree.root.id) ?? []).includes('admin'),
		}),
	};
};
