// Roles in spaces: reading what a person holds, giving, taking, inviting by link.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#platform/actor.ts';
import { holds } from '#platform/actor.ts';
import { emailField, idField, optional } from '#platform/fields.ts';
import { newId, newToken } from '#platform/ids.ts';
import { refuse, type Refusal } from '#platform/refusal.ts';
import { defineCommand } from '#platform/server/commands/index.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import { memberInvited, roleGiven, roleTaken } from '../facts.ts';
import { inherited, may, type Role, roles } from '../role.ts';
import { readSpaceTree, type SpaceTree, withAncestors } from './read-spaces.ts';
import './schema.ts';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const days = 86_400_000;

/** Every role of a person, by space, with what flows down from above. */
export async function rolesOf(db: Db | Tx, personId: string, tree: SpaceTree): Promise<Map<string, Role[]>> {
	const rows = await db
		.selectFrom('membership')
		.select(['space_id', 'role'])
		.where('person_id', '=', personId)
		.execute();
	const held = new Map<string, Set<Role>>();
	for (const space of tree.all) {
		const here = new Set<Role>();
		for (
			let above: typeof space | undefined = space;
			above;
			above = above.parentId ? tree.byId.get(above.parentId) : undefined
		)
			for (const row of rows)
				if (row.space_id === above.id && (above.id === space.id || inherited.includes(row.role as Role)))
					here.add(row.role as Role);
		if (here.size > 0) held.set(space.id, here);
	}
	return new Map([...held].map(([space, set]) => [space, [...set]]));
}

/** The person as an actor in a space (or in none). */
export async function actorIn(db: Db | Tx, personId: string, spaceId: string | null, tree: SpaceTree): Promise<Actor> {
	const held = spaceId ? ((await rolesOf(db, personId, tree)).get(spaceId) ?? []) : [];
	return { kind: 'person', id: personId, roles: held };
}

/** Coordinators manage people; only an admin gives or takes the two roles that flow down. */
export function mayGiveRole(actor: Actor, role: string): Refusal | null {
	const needed = (inherited as readonly string[]).includes(role) ? may.administer : may.manage;
	return holds(actor, ...needed) ? null : { code: 'access.denied' };
}

export const invite = defineCommand({
	name: 'spaces.invite',
	about: 'Makes an invitation link to a role in this space; it serves once, for fourteen days.',
	input: z.object({ role: z.enum(roles), email: optional(emailField) }),
	load: () => Promise.resolve(null),
	allow: (actor, _loaded, input) => mayGiveRole(actor, input.role),
	async run({ tx, input, actor, spaceId, now }) {
		const id = newId();
		const token = newToken();
		await tx
			.insertInto('invitation')
			.values({
				id,
				space_id: spaceId!,
				role: input.role,
				token_hash: hashOf(token),
				email: input.email,
				by_person: actor.id,
				created_at: now,
				expires_at: new Date(now.getTime() + 14 * days),
				used_at: null,
				used_by: null,
				withdrawn_at: null,
			})
			.execute();
		return { result: { id, token }, facts: [memberInvited(id, { role: input.role })] };
	},
});

/** The open invitation behind a link, or null. */
export async function invitationOf(db: Db | Tx, token: string, now: Date) {
	const row = await db
		.selectFrom('invitation')
		.select(['id', 'space_id', 'role', 'email'])
		.where('token_hash', '=', hashOf(token))
		.where('used_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.where('expires_at', '>', now)
		.executeTakeFirst();
	return row ?? null;
}

export const acceptInvitation = defineCommand({
	name: 'spaces.acceptInvitation',
	about: 'Takes the role an invitation link offers. An invitation sent to an address serves only its confirmed owner.',
	input: z.object({ token: z.string().min(1).max(100) }),
	async load(tx, input, call) {
		const invitation = await invitationOf(tx, input.token, call.now);
		if (!invitation) refuse('invitation.not_found');
		const person = call.actor.id
			? await tx
					.selectFrom('person')
					.select(['email', 'email_verified'])
					.where('id', '=', call.actor.id)
					.executeTakeFirst()
			: undefined;
		return { invitation, person };
	},
	allow: (actor, { invitation, person }) => {
		if (actor.kind !== 'person' || !person) return { code: 'access.sign_in' };
		if (!person.email_verified) return { code: 'sign_in.not_confirmed' };
		return invitation.email && invitation.email !== person.email ? { code: 'invitation.other_address' } : null;
	},
	async run({ tx, loaded: { invitation }, actor, now }) {
		const used = await tx
			.updateTable('invitation')
			.set({ used_at: now, used_by: actor.id })
			.where('id', '=', invitation.id)
			.where('used_at', 'is', null)
			.executeTakeFirst();
		if (used.numUpdatedRows === 0n) refuse('invitation.not_found');
		await addRole(tx, { spaceId: invitation.space_id, personId: actor.id!, role: invitation.role, by: null, now });
		return {
			result: { spaceId: invitation.space_id },
			facts: [roleGiven(invitation.space_id, { role: invitation.role, personId: actor.id! })],
		};
	},
});

export async function addRole(
	tx: Tx,
	given: { spaceId: string; personId: string; role: string; by: string | null; now: Date },
): Promise<void> {
	await tx
		.insertInto('membership')
		.values({
			space_id: given.spaceId,
			person_id: given.personId,
			role: given.role,
			since: given.now,
			by_person: given.by,
		})
		.onConflict((conflict) => conflict.columns(['space_id', 'person_id', 'role']).doNothing())
		.execute();
}

export const takeRole = defineCommand({
	name: 'spaces.takeRole',
	about: 'Takes a role away from a member. The last admin of the installation stays.',
	input: z.object({ personId: idField, role: z.enum(roles) }),
	async load(tx, input, call) {
		const tree = await readSpaceTree(tx);
		const admins = await tx
			.selectFrom('membership')
			.select('person_id')
			.where('space_id', '=', call.spaceId)
			.where('role', '=', 'admin')
			.forUpdate()
			.execute();
		return { isLastAdmin: input.role === 'admin' && tree.root?.id === call.spaceId && admins.length <= 1 };
	},
	allow: (actor, { isLastAdmin }, input) =>
		mayGiveRole(actor, input.role) ?? (isLastAdmin ? { code: 'role.last_admin' } : null),
	async run({ tx, input, spaceId }) {
		await tx
			.deleteFrom('membership')
			.where('space_id', '=', spaceId)
			.where('person_id', '=', input.personId)
			.where('role', '=', input.role)
			.execute();
		return { result: {}, facts: [roleTaken(spaceId!, { role: input.role, personId: input.personId })] };
	},
});

/** Members of a space with their own roles there, by name. */
export async function listMembers(
	db: Db,
	spaceId: string,
): Promise<{ personId: string; name: string; email: string; roles: Role[] }[]> {
	const rows = await db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.person_id')
		.select(['person.id', 'name', 'email', 'role'])
		.where('space_id', '=', spaceId)
		.orderBy('name')
		.execute();
	const members = new Map<string, { personId: string; name: string; email: string; roles: Role[] }>();
	for (const row of rows) {
		const member = members.get(row.id) ?? { personId: row.id, name: row.name, email: row.email, roles: [] };
		member.roles.push(row.role as Role);
		members.set(row.id, member);
	}
	return [...members.values()];
}

/** Ids of persons who hold one of the roles in a space, own or flowing down. */
export async function personsWith(tx: Db | Tx, spaceId: string, wanted: readonly Role[]): Promise<string[]> {
	const above = withAncestors(await readSpaceTree(tx), spaceId);
	const rows = await tx
		.selectFrom('membership')
		.select(['space_id', 'person_id', 'role'])
		.where('space_id', 'in', above)
		.where('role', 'in', [...wanted])
		.execute();
	return [
		...new Set(
			rows
				.filter((row) => row.space_id === spaceId || inherited.includes(row.role as Role))
				.map((row) => row.person_id),
		),
	];
}
