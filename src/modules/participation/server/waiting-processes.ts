// What waits for facilitators: processes that take proposals now, and until when; the first to end is said to be late.
import type { Room, Waiting } from '#platform/server/room.ts';
import { instantOf } from '#platform/time.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { processText, runningPhases, shutsAt } from '../processes/index.ts';
import { listProcesses } from '../processes/server/index.ts';

const soon = 3 * 86_400_000;

export const waitingProcesses: NonNullable<Room['waiting']> = async (db, _personId, roles, now, reader) => {
	const tree = await readSpaceTree(db);
	const items: Waiting[] = [];
	for (const [spaceId, held] of roles) {
		const space = tree.byId.get(spaceId);
		if (!space || !held.includes('facilitator')) continue;
		for (const process of await listProcesses(db, spaceId, false)) {
			const phase = runningPhases(process, now).find(({ kind }) => kind === 'proposals');
			if (!phase) continue;
			const { title, locale } = processText(process, reader, space.languages);
			const until = shutsAt(phase.endsWall, process.zone);
			const list = `/desk/s/${space.address}/assisted`;
			items.push({
				key: 'waiting.process_open',
				title,
				locale,
				list,
				path: `${list}?process=${process.id}`,
				since: instantOf(phase.startsWall, process.zone),
				until: new Date(until.getTime() - 1),
				late: until.getTime() - now.getTime() < soon,
				spaceId,
			});
		}
	}
	const spaces = new Set(items.map(({ spaceId }) => spaceId));
	return {
		items,
		counts: [...spaces].map((spaceId) => {
			const own = items.filter((item) => item.spaceId === spaceId);
			return {
				kind: 'process_open',
				spaceId,
				list: own[0]!.list,
				count: own.length,
				late: own.filter(({ late }) => late).length,
			};
		}),
	};
};
