// Members of a space: who holds which role, open invitations, a new one.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { roles } from '#foundations/spaces/index.ts';
import {
	invite,
	listInvitations,
	listMembers,
	mayGiveRole,
	takeRole,
	withdrawInvitation,
} from '#foundations/spaces/server/index.ts';
import { field, submit } from '#app/acts.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db } = installation();
	const space = locals.space!;
	return {
		page: new ServerOnly({
			space,
			members: await listMembers(db, space.id),
			invitations: await listInvitations(db, space.id, locals.now),
			/** Roles this reader may give and take here. */
			given: roles.filter((role) => mayGiveRole(locals.actor, role) === null),
		}),
	};
};

const back = (event: RequestEvent) => redirect(303, `/${event.locals.locale}/desk/s/${event.params.space}/members`);

export const actions = {
	invite: (event) =>
		submit(event, invite, {
			form: 'invite',
			once: true,
			read: (form) => ({ role: field(form, 'role'), email: field(form, 'email') }),
			done: ({ token }, form) => ({
				invited: {
					link: `${installation().config.origin}/${event.locals.locale}/invite/${token}`,
					role: field(form, 'role'),
					email: field(form, 'email'),
				},
			}),
		}),
	take: (event) =>
		submit(event, takeRole, {
			form: 'take',
			read: (form) => ({ personId: field(form, 'personId'), role: field(form, 'role') }),
			done: () => back(event),
		}),
	withdraw: (event) =>
		submit(event, withdrawInvitation, {
			form: 'take',
			read: (form) => ({ id: field(form, 'id') }),
			done: () => back(event),
		}),
} satisfies Actions;
