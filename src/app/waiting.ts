// What waits for a person: every room is asked at once, and the answers stand in one list, oldest first.
import type { Role } from '#foundations/spaces/index.ts';
import { installation } from '#platform/server/installation.ts';
import type { Room, Waiting } from '#platform/server/room.ts';

/** Oldest first; of two as old, the late one. */
export const oldestFirst = (waiting: readonly Waiting[]): Waiting[] =>
	[...waiting].sort(
		(one, other) => one.since.getTime() - other.since.getTime() || Number(other.late) - Number(one.late),
	);

/** Everything that waits for a person with these roles, by space. */
export async function waitingFor(
	personId: string,
	roles: ReadonlyMap<string, readonly Role[]>,
	now: Date,
): Promise<Waiting[]> {
	const { db, rooms } = installation();
	const asking = (room: Room): Promise<readonly Waiting[]> =>
		room.waiting?.(db, personId, roles, now) ?? Promise.resolve([]);
	return oldestFirst((await Promise.all(rooms.map(asking))).flat());
}

/** How many wait under each kind, by the second part of the key (`waiting.version.proposed` counts as `version`). */
export function countByKind(waiting: readonly Waiting[]): ReadonlyMap<string, { count: number; late: number }> {
	const counts = new Map<string, { count: number; late: number }>();
	for (const { key, late } of waiting) {
		const kind = key.split('.')[1] ?? '';
		const before = counts.get(kind) ?? { count: 0, late: 0 };
		counts.set(kind, { count: before.count + 1, late: before.late + Number(late) });
	}
	return counts;
}
