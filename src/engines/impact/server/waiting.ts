// What waits for analysts: the report of the month just over, until somebody says that it was checked; late after ten days.
import type { Room, Waiting } from '#platform/server/room.ts';
import { dayOf, instantOf, monthOf } from '#platform/time.ts';
import { textOf } from '#foundations/spaces/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { lastFullMonth } from '../period.ts';
import './schema.ts';

const lateAfter = 10 * 86_400_000;

export const waitingReports: NonNullable<Room['waiting']> = async (db, _personId, roles, now, reader) => {
	const tree = await readSpaceTree(db);
	const items: Waiting[] = [];
	for (const [spaceId, held] of roles) {
		const space = tree.byId.get(spaceId);
		if (!space || !held.includes('analyst')) continue;
		const today = dayOf(now, space.zone);
		const { from, to } = lastFullMonth(today);
		const since = instantOf(`${monthOf(today).from}T00:00`, space.zone);
		const begun = await db.selectFrom('space').select('created_at').where('id', '=', spaceId).executeTakeFirst();
		const checked = await db
			.selectFrom('report_check')
			.select('at')
			.where('space_id', '=', spaceId)
			.where('from_day', '=', from)
			.executeTakeFirst();
		// A space that began this month has no month to report yet.
		if (checked || !begun || begun.created_at >= since) continue;
		const { name, locale } = textOf(space, reader);
		const list = `/desk/s/${space.address}/report`;
		items.push({
			key: 'waiting.report',
			title: name,
			locale,
			spaceId,
			list,
			path: `${list}?from=${from}&to=${to}`,
			since,
			late: now.getTime() - since.getTime() > lateAfter,
		});
	}
	return {
		items,
		counts: items.map(({ spaceId, list, late }) => ({ kind: 'report', spaceId, list, count: 1, late: Number(late) })),
	};
};
