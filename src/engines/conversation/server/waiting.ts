// What waits for community managers: what the public said and nobody has answered; late after two days.
import { beginningOf } from '#platform/html/index.ts';
import type { Room, Waiting, WaitingCount } from '#platform/server/room.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { countUnanswered, listUnanswered } from './unanswered.ts';

const lateAfter = 2 * 86_400_000;
const mostListed = 30;

export const waitingForAnswers: NonNullable<Room['waiting']> = async (db, _personId, roles, now) => {
	const items: Waiting[] = [];
	const counts: WaitingCount[] = [];
	const tree = await readSpaceTree(db);
	const lateBefore = new Date(now.getTime() - lateAfter);
	for (const [spaceId, held] of roles) {
		const space = tree.byId.get(spaceId);
		// Those who lead a space may answer too, but only whose part it is finds it waiting.
		if (!space || !held.includes('community_manager')) continue;
		const counted = await countUnanswered(db, spaceId, now, lateBefore);
		if (counted.count === 0) continue;
		const list = `/desk/s/${space.address}/conversation`;
		counts.push({ kind: 'unanswered', spaceId, list, ...counted });
		for (const one of await listUnanswered(db, spaceId, now, { limit: mostListed }))
			items.push({
				key: 'waiting.unanswered',
				title: beginningOf(one.text, 120),
				locale: one.locale,
				spaceId,
				list,
				path: `${list}#c-${one.id}`,
				since: one.at,
				late: one.at < lateBefore,
			});
	}
	return { items, counts };
};
