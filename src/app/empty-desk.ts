// What a desk says when nothing waits: for each role, what will appear here, and where its work is done.
import { roles as order, type Role, type Space } from '#foundations/spaces/index.ts';

/** The way of each role below `/desk/s/[space]/`, and the words of its link. */
const ways = {
	producer: { to: 'works/new', label: 'works.new' },
	editor: { to: 'works', label: 'desk.to.works' },
	validator: { to: 'works', label: 'desk.to.works' },
	moderator: { to: 'moderation', label: 'desk.to.moderation' },
	community_manager: { to: 'conversation', label: 'desk.to.conversation' },
	facilitator: { to: 'assisted', label: 'desk.to.assisted' },
	officer: { to: 'proposals', label: 'desk.to.proposals' },
	analyst: { to: 'report', label: 'desk.to.report' },
	coordinator: { to: 'works', label: 'desk.to.works' },
	admin: { to: 'members', label: 'desk.to.members' },
} as const satisfies Record<Role, { to: string; label: string }>;

/** One line a role held somewhere, in the order of the roles, each leading to the first space it is held in. */
export const emptyDeskOf = (own: readonly { space: Space; roles: readonly Role[] }[]) =>
	order.flatMap((role) => {
		const held = own.find(({ roles }) => roles.includes(role));
		return held ? [{ role, label: ways[role].label, path: `/desk/s/${held.space.address}/${ways[role].to}` }] : [];
	});
