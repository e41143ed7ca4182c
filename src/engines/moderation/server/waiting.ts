// What waits for a moderator: each open case that this one may decide, oldest first; late a day after it opened or was appealed.
import { beginningOf } from '#platform/html/index.ts';
import type { Room, Waiting, WaitingCount } from '#platform/server/room.ts';
import { may } from '#foundations/spaces/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { countOpen, listCases } from './list-cases.ts';

const lateAfter = 24 * 3_600_000;
const mostListed = 30;

export const waitingCases: NonNullable<Room['waiting']> = async (db, personId, roles, now) => {
	const items: Waiting[] = [];
	const counts: WaitingCount[] = [];
	const tree = await readSpaceTree(db);
	for (const [spaceId, held] of roles) {
		const space = tree.byId.get(spaceId);
		if (!space || !held.some((role) => (may.moderate as readonly string[]).includes(role))) continue;
		const list = `/desk/s/${space.address}/moderation`;
		const open = await countOpen(db, spaceId, new Date(now.getTime() - lateAfter), personId);
		if (open.count === 0) continue;
		counts.push({ kind: 'case', spaceId, list, ...open });
		for (const open of await listCases(db, spaceId, { limit: mostListed, locale: 'fr', decidableBy: personId }))
			items.push({
				key: `waiting.case.${open.source}`,
				title: open.text.title ?? beginningOf(open.text.text, 120),
				locale: open.text.locale,
				spaceId,
				list,
				path: `${list}/${open.id}`,
				since: open.since,
				late: now.getTime() - open.openedAt.getTime() > lateAfter,
			});
	}
	return { items, counts };
};
