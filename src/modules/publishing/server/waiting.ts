// What waits: for editors, proposed versions; for authors, versions that came back.
import type { Room, Waiting } from '#platform/server/room.ts';
import { may } from '#foundations/spaces/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import './schema.ts';

const reviewers: readonly string[] = may.review;
const lateAfterDays = 3;

export const waitingVersions: NonNullable<Room['waiting']> = async (db, personId, roles, now) => {
	const tree = await readSpaceTree(db);
	const reviewing = [...roles]
		.filter(([, held]) => held.some((role) => reviewers.includes(role)))
		.map(([spaceId]) => spaceId);
	const rows = await db
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.select(['work.id', 'work_version.space_id', 'locale', 'title', 'state', 'state_since', 'author_id'])
		.where((eb) =>
			eb.or([
				eb.and([eb('state', '=', 'returned'), eb('author_id', '=', personId)]),
				...(reviewing.length
					? [eb.and([eb('state', 'in', ['proposed', 'accepted']), eb('work_version.space_id', 'in', reviewing)])]
					: []),
			]),
		)
		.orderBy('state_since')
		.limit(60)
		.execute();
	return rows.map((row): Waiting => ({
		key: `waiting.version.${row.state}`,
		title: row.title,
		locale: row.locale,
		spaceId: row.space_id,
		since: row.state_since,
		path: `/desk/s/${tree.byId.get(row.space_id)!.address}/works/${row.id}?language=${row.locale}`,
		late: now.getTime() - row.state_since.getTime() > lateAfterDays * 86_400_000,
	}));
};
