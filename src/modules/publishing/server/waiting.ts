// What waits: for editors, proposed versions; for authors, versions that came back.
import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '#platform/server/db.ts';
import type { Room, Waiting } from '#platform/server/room.ts';
import { may } from '#foundations/spaces/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import './schema.ts';

const reviewers: readonly string[] = may.review;
const lateAfter = 3 * 86_400_000;
const mostListed = 60;

export const waitingVersions: NonNullable<Room['waiting']> = async (db, personId, roles, now) => {
	const tree = await readSpaceTree(db);
	const reviewing = [...roles]
		.filter(([, held]) => held.some((role) => reviewers.includes(role)))
		.map(([spaceId]) => spaceId);
	const waits = (eb: ExpressionBuilder<Tables, 'work' | 'work_version'>) =>
		eb.or([
			eb.and([
				eb('state', '=', 'returned'),
				eb('author_id', '=', personId),
				eb('work_version.space_id', 'in', [...roles.keys()]),
			]),
			...(reviewing.length
				? [eb.and([eb('state', 'in', ['proposed', 'accepted']), eb('work_version.space_id', 'in', reviewing)])]
				: []),
		]);
	if (roles.size === 0) return { items: [], counts: [] };
	const waiting = db.selectFrom('work_version').innerJoin('work', 'work.id', 'work_version.work_id').where(waits);
	const listOf = (spaceId: string, returned: boolean): string =>
		`/desk/s/${tree.byId.get(spaceId)!.address}/works?tab=${returned ? 'mine' : 'review'}`;
	const rows = await waiting
		.select(['work.id', 'work_version.space_id', 'locale', 'title', 'state', 'state_since'])
		.orderBy('state_since')
		.limit(mostListed)
		.execute();
	const counted = await waiting
		.select(({ eb, fn }) => [
			'work_version.space_id',
			eb('state', '=', 'returned').$castTo<boolean>().as('returned'),
			fn.countAll<number>().as('count'),
			fn
				.countAll<number>()
				.filterWhere('state_since', '<', new Date(now.getTime() - lateAfter))
				.as('late'),
		])
		.groupBy(['work_version.space_id', 'returned'])
		.execute();
	return {
		counts: counted.map(({ space_id, returned, count, late }) => ({
			kind: 'version',
			spaceId: space_id,
			list: listOf(space_id, returned),
			count,
			late,
		})),
		items: rows.map((row): Waiting => ({
			key: `waiting.version.${row.state}`,
			title: row.title,
			locale: row.locale,
			spaceId: row.space_id,
			since: row.state_since,
			list: listOf(row.space_id, row.state === 'returned'),
			path: `/desk/s/${tree.byId.get(row.space_id)!.address}/works/${row.id}?language=${row.locale}`,
			late: now.getTime() - row.state_since.getTime() > lateAfter,
		})),
	};
};
