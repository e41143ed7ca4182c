// What every page needs of the request: who is signed in, how many notices, where it is.
import { installation } from '#platform/server/installation.ts';
import { ServerOnly } from '#platform/server-only.ts';
import { countUnread } from '#engines/notifications/server/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, request }) => {
	const { locale, t, f, space, tree, person, roles, now, demo, actor } = locals;
	const unread = person ? await countUnread(installation().db, person.personId) : 0;
	const site = {
		locale,
		t,
		f,
		now,
		demo,
		space,
		root: tree.root,
		spaces: tree.all,
		person,
		actor,
		roles,
		unread,
		/** A page drawn without a cookie is kept for everybody, and unchanged must stay the same to the byte. */
		nonce: request.headers.has('cookie') ? crypto.randomUUID() : '',
		origin: installation().config.origin,
	};
	return { site: new ServerOnly(site) };
};
