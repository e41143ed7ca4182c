// The desk: what waits for me, and my spaces.
import { ServerOnly } from '#platform/server-only.ts';
import { waitingFor } from '#app/waiting.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { person, roles, now, tree } = locals;
	const own = tree.all.filter((space) => roles.has(space.id)).map((space) => ({ space, roles: roles.get(space.id)! }));
	return {
		page: new ServerOnly({
			waiting: await waitingFor(person!.personId, roles, now),
			own,
			isRootAdmin: tree.root !== null && (roles.get(tree.root.id) ?? []).includes('admin'),
		}),
	};
};
