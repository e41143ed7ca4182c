// Every space, by kind.
import { ServerOnly } from '#platform/server-only.ts';
import { spaceKinds } from '#foundations/spaces/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { tree } }) => {
	const below = tree.all.filter((space) => space.parentId !== null);
	const groups = spaceKinds.flatMap((kind) => {
		const spaces = below
			.filter((space) => space.kind === kind)
			.map((space) => ({ space, parent: tree.byId.get(space.parentId!) ?? null }));
		return spaces.length > 0 ? [{ kind, spaces }] : [];
	});
	return { page: new ServerOnly({ groups }) };
};
