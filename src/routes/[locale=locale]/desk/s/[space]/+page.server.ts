// One space's desk: the ways its roles open, with what waits in each.
import { ServerOnly } from '#platform/server-only.ts';
import { may, type Role } from '#foundations/spaces/index.ts';
import { totalOf, waitingFor } from '#app/waiting.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { actor, now, person, roles } = locals;
	const space = locals.space!;
	const held = roles.get(space.id) ?? [];
	const { counts } = await waitingFor(person!.personId, new Map([[space.id, held]]), now, locals.locale);
	const open = (allowed: readonly Role[]): boolean => allowed.some((role) => held.includes(role));
	const waits = (...kinds: string[]) => totalOf(counts.filter(({ kind }) => kinds.includes(kind)));
	const none = { count: 0, late: 0 };
	const ways = [
		{ to: 'works', allowed: [...may.write, ...may.sign_off] as Role[], waits: waits('version', 'sign_off') },
		{ to: 'feeds', allowed: may.review, waits: none },
		{ to: 'conversation', allowed: may.speak, waits: waits('unanswered') },
		{ to: 'moderation', allowed: may.moderate, waits: waits('case') },
		{ to: 'rules', allowed: may.moderate, waits: none },
		{ to: 'assisted', allowed: may.assist, waits: waits('process_open') },
		{ to: 'proposals', allowed: may.answer, waits: waits('answer', 'commitment') },
		{ to: 'processes', allowed: may.answer, waits: none },
		{ to: 'report', allowed: may.read_figures, waits: waits('report') },
		{ to: 'members', allowed: may.manage, waits: none },
		{ to: 'settings', allowed: may.manage, waits: none },
		{ to: 'spaces/new', allowed: may.administer, waits: none },
	].flatMap(({ allowed, ...way }) => (open(allowed) ? [way] : []));
	return {
		page: new ServerOnly({
			space,
			held: actor.roles,
			ways,
			below: locals.tree.all.filter((other) => other.parentId === space.id && roles.has(other.id)),
			mayWrite: open(may.write),
		}),
	};
};
