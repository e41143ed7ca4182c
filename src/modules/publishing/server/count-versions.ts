// How many versions stand in each state, and in which languages works exist, as an actor may see them at the desk.
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/server/db.ts';
import type { State } from '../work.ts';
import { awaitsSignOff } from './sign-offs.ts';
import { visibleTo } from './store.ts';
import './schema.ts';

/** Counts by state, apart for the actor's own. */
export async function countVersions(
	db: Db,
	spaceId: string,
	actor: Actor,
): Promise<{ state: State; own: boolean; n: number }[]> {
	return db
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.select(({ eb, fn }) => [
			'state',
			eb('author_id', 'is not distinct from', actor.id).$castTo<boolean>().as('own'),
			fn.countAll<number>().as('n'),
		])
		.where('work_version.space_id', '=', spaceId)
		.where(visibleTo(actor))
		.groupBy(['state', 'own'])
		.execute();
}

/** Texts of others that wait for this validator's sign-off. */
export async function countAwaitingSignOff(db: Db, spaceId: string, actor: Actor): Promise<number> {
	const { n } = await db
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.select(({ fn }) => fn.countAll<number>().as('n'))
		.where('work_version.space_id', '=', spaceId)
		.where('author_id', 'is distinct from', actor.id)
		.where(awaitsSignOff)
		.executeTakeFirstOrThrow();
	return n;
}

/** One language of a work with its state. */
export interface Chip {
	workId: string;
	locale: string;
	state: State;
}

/** The languages of several works, those the actor may see. */
export async function listChips(db: Db, spaceId: string, actor: Actor, workIds: readonly string[]): Promise<Chip[]> {
	if (workIds.length === 0) return [];
	return db
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.select(['work.id as workId', 'locale', 'state'])
		.where('work_version.space_id', '=', spaceId)
		.where('work.id', 'in', workIds)
		.where(visibleTo(actor))
		.orderBy('locale')
		.execute();
}
