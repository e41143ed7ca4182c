// What waits for moderators: each open case, oldest first; late a day after it opened or was appealed.
import type { Room } from '#platform/server/room.ts';
import { may } from '#foundations/spaces/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { listCases } from './list-cases.ts';

const lateAfterHours = 24;

export const waitingCases: NonNullable<Room['waiting']> = async (db, _personId, roles, now) => {
	const found = [];
	const tree = await readSpaceTree(db);
	for (const [spaceId, held] of roles) {
		const space = tree.byId.get(spaceId);
		if (!space || !held.some((role) => (may.moderate as readonly string[]).includes(role))) continue;
		for (const open of await listCases(db, spaceId, { limit: 30, locale: 'fr' }))
			found.push({
				key: `waiting.case.${open.source}`,
				title: open.text.title ?? open.text.text.slice(0, 120),
				locale: open.text.locale,
				spaceId,
				path: `/desk/s/${space.address}/moderation/${open.id}`,
				since: open.since,
				late: now.getTime() - open.openedAt.getTime() > lateAfterHours * 3_600_000,
			});
	}
	return found;
};
