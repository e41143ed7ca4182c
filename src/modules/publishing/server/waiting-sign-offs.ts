// What waits for validators: texts of others on their way in a space that asks for a sign-off, the oldest first.
import { sql } from 'kysely';
import type { Room, Waiting } from '#platform/server/room.ts';
import { may } from '#foundations/spaces/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { awaitsSignOff } from './sign-offs.ts';
import './schema.ts';

const validators: readonly string[] = may.sign_off;
const lateAfter = 2 * 86_400_000;
const mostListed = 40;

export const waitingSignOffs: NonNullable<Room['waiting']> = async (db, personId, roles, now) => {
	const tree = await readSpaceTree(db);
	const spaces = [...roles]
		.filter(([id, held]) => held.some((role) => validators.includes(role)) && tree.byId.get(id)?.signOffRequired)
		.map(([id]) => id);
	if (spaces.length === 0) return { items: [], counts: [] };
	const listOf = (id: string): string => `/desk/s/${tree.byId.get(id)!.address}/works?tab=sign_off`;
	/** A text changed on its way waits from its last change. */
	const since = sql<Date>`greatest(state_since, updated_at)`;
	const lateBefore = new Date(now.getTime() - lateAfter);
	const waiting = db
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.where('work_version.space_id', 'in', spaces)
		.where('author_id', 'is distinct from', personId)
		.where(awaitsSignOff);
	const rows = await waiting
		.select(['work.id', 'work_version.space_id', 'locale', 'title', since.as('since')])
		.orderBy(since)
		.limit(mostListed)
		.execute();
	const counts = await waiting
		.select(({ fn }) => [
			'work_version.space_id',
			fn.countAll<number>().as('count'),
			fn.countAll<number>().filterWhere(since, '<', lateBefore).as('late'),
		])
		.groupBy('work_version.space_id')
		.execute();
	return {
		counts: counts.map(({ space_id, count, late }) => ({
			kind: 'sign_off',
			spaceId: space_id,
			list: listOf(space_id),
			count,
			late,
		})),
		items: rows.map((row): Waiting => ({
			key: 'waiting.sign_off',
			title: row.title,
			locale: row.locale,
			spaceId: row.space_id,
			since: row.since,
			list: listOf(row.space_id),
			path: `/desk/s/${tree.byId.get(row.space_id)!.address}/works/${row.id}?language=${row.locale}`,
			late: row.since < lateBefore,
		})),
	};
};
