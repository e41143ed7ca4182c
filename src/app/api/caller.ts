// Who calls the API: a person by a token, or a guest. Cookies are never looked at.
import { type Actor, anonymous } from '#platform/actor.ts';
import { refuse } from '#platform/refusal.ts';
import { installation } from '#platform/server/installation.ts';
import { isId } from '#platform/ids.ts';
import { signatureOf } from '#platform/server/signature.ts';
import { personOfToken } from '#foundations/accounts/server/index.ts';
import type { Space } from '#foundations/spaces/index.ts';
import { actorIn, readSpaceTree, type SpaceTree } from '#foundations/spaces/server/index.ts';

/** The space a path names, by id or address. */
function spaceNamed(tree: SpaceTree, name: string): Space {
	return (isId(name) ? tree.byId.get(name) : tree.byAddress.get(name)) ?? refuse('space.not_found');
}

export interface Caller {
	actor: Actor;
	space: Space | null;
	/** What limits count against, and what keys belong to. */
	client: string;
}

/** A guest is known by address and program, kept only as a keyed hash: their keys are nobody else's. */
const guestClient = (headers: Headers, address: string): string =>
	`guest:${signatureOf('api guest', JSON.stringify([address, headers.get('user-agent')]))}`;

/** Reads token and space; `address` is the whole address of the caller. A token that is not valid is refused, never taken for no token. */
export async function callerOf(headers: Headers, spaceName: string | undefined, address: string): Promise<Caller> {
	const { db, clock } = installation();
	// Read anew: a program may use a space in the same instant it was told of it.
	const tree = await readSpaceTree(db);
	const given = headers.get('authorization');
	const token = /^Bearer +(\S+)$/i.exec(given ?? '')?.[1];
	if (given !== null && !token) refuse('token.wrong');
	const personId = token ? await personOfToken(db, token, clock()) : null;
	if (token && !personId) refuse('token.wrong');
	const space = spaceName === undefined ? null : spaceNamed(tree, spaceName);
	if (!personId) return { actor: anonymous, space, client: guestClient(headers, address) };
	return { actor: await actorIn(db, personId, space?.id ?? null, tree), space, client: `person:${personId}` };
}
