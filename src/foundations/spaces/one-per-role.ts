// Chooses, for each role, the person who shows it best: the one who holds the fewest others.
import { type Role, roles } from './role.ts';

export interface Holder {
	personId: string;
	name: string;
	spaceId: string;
	role: string;
}

/** One holder a role, in the order of the roles; a role nobody holds is left out. */
export function onePerRole(holders: readonly Holder[]): (Holder & { role: Role })[] {
	const held = new Map<string, number>();
	for (const { personId } of holders) held.set(personId, (held.get(personId) ?? 0) + 1);
	return roles.flatMap((role) => {
		const [first, ...others] = holders.filter((holder) => holder.role === role);
		if (!first) return [];
		const best = others.reduce(
			(chosen, other) => (held.get(other.personId)! < held.get(chosen.personId)! ? other : chosen),
			first,
		);
		return [{ ...best, role }];
	});
}
