// An invitation: shows the space and the role; whoever is signed in may accept.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { acceptInvitation, invitationOf } from '#foundations/spaces/server/index.ts';
import { submit } from '#app/acts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const invitation = await invitationOf(installation().db, params.token, locals.now);
	const space = invitation ? (locals.tree.byId.get(invitation.space_id) ?? null) : null;
	return { page: new ServerOnly({ space, role: invitation?.role ?? '', next: encodeURIComponent(url.pathname) }) };
};

export const actions = {
	default: async (event) => {
		const { token } = event.params;
		const invitation = await invitationOf(installation().db, token, event.locals.now);
		return submit(event, acceptInvitation, {
			read: () => ({ token }),
			call: (call) => ({ ...call, spaceId: invitation?.space_id ?? call.spaceId }),
			done: ({ spaceId }) =>
				redirect(303, `/${event.locals.locale}/desk/s/${event.locals.tree.byId.get(spaceId)?.address ?? ''}`),
		});
	},
} satisfies Actions;
