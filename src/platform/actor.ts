// Who does an act: a person, a guest, or the system, with the roles held in the space of the act.

export interface Actor {
	kind: 'person' | 'guest' | 'system';
	/** The person's or guest's id; null for the system and for a guest not yet known. */
	id: string | null;
	/** Roles held in the space of this act (own and inherited). */
	roles: readonly string[];
}

export const system: Actor = { kind: 'system', id: null, roles: [] };
export const anonymous: Actor = { kind: 'guest', id: null, roles: [] };

/** True when the actor holds one of the roles in the space of the act. */
export const holds = (actor: Actor, ...roles: readonly string[]): boolean =>
	actor.roles.some((role) => roles.includes(role));
