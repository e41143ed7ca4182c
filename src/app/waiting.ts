// What waits for a person: every room is asked at once, and the answers stand in one list, oldest first.
import type { Locale } from '#platform/i18n/index.ts';
import type { Role } from '#foundations/spaces/index.ts';
import { installation } from '#platform/server/installation.ts';
import { joinWaits, type Room, type Waiting, type WaitingCount, type Waits } from '#platform/server/room.ts';

/** Oldest first; of two as old, the late one. */
export const oldestFirst = (waiting: readonly Waiting[]): Waiting[] =>
	[...waiting].sort(
		(one, other) => one.since.getTime() - other.since.getTime() || Number(other.late) - Number(one.late),
	);

/** What waits for a person with these roles, by space. */
export async function waitingFor(
	personId: string,
	roles: ReadonlyMap<string, readonly Role[]>,
	now: Date,
	locale: Locale,
): Promise<Waits> {
	const { db, rooms } = installation();
	const asking = (room: Room): Promise<Waits> =>
		room.waiting?.(db, personId, roles, now, locale) ?? Promise.resolve({ items: [], counts: [] });
	const waits = await Promise.all(rooms.map(asking));
	const { items, counts } = joinWaits(waits);
	return { items: oldestFirst(items), counts };
}

/** How many wait in all, and how many of them are late. */
export const totalOf = (counts: readonly Pick<WaitingCount, 'count' | 'late'>[]): { count: number; late: number } =>
	counts.reduce((sum, { count, late }) => ({ count: sum.count + count, late: sum.late + late }), { count: 0, late: 0 });

/** The lists that hold more than stands in `items`, with how many more. */
export const restOf = ({ items, counts }: Waits): (WaitingCount & { more: number })[] =>
	counts
		.map((one) => ({ ...one, more: one.count - items.filter(({ list }) => list === one.list).length }))
		.filter(({ more }) => more > 0);
