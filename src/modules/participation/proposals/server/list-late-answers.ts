// Proposals that should have had their answer, the longest awaited first.
import type { Db } from '#platform/server/db.ts';
import { addDays, dayOf, daysBetween, instantOf } from '#platform/time.ts';
import type { Space } from '#foundations/spaces/index.ts';
import type { LateAnswer } from '../kept.ts';
import { answerDueOn } from '../proposal.ts';
import './schema.ts';

/** Published proposals of spaces over the day of their answer, and how many there are in all. */
export async function listLateAnswers(
	db: Db,
	spaces: readonly Space[],
	now: Date,
	limit: number,
): Promise<{ items: LateAnswer[]; total: number }> {
	if (spaces.length === 0) return { items: [], total: 0 };
	const spaceOf = new Map(spaces.map((space) => [space.id as string, space]));
	/** Whatever was proposed before this midnight is over its day. */
	const before = (space: Space): Date =>
		instantOf(`${addDays(dayOf(now, space.zone), -space.answerDays)}T00:00`, space.zone);
	const rows = await db
		.selectFrom('proposal')
		.innerJoin('process', 'process.id', 'proposal.process_id')
		.leftJoin('answer', 'answer.proposal_id', 'proposal.id')
		.select([
			'proposal.id',
			'proposal.space_id',
			'proposal.title',
			'proposal.locale',
			'proposal.number',
			'proposal.created_at',
			'process.address',
		])
		.select((eb) => eb.fn.countAll<number>().over().as('total'))
		.where('proposal.state', '=', 'published')
		.where('process.state', '<>', 'draft')
		.where('answer.proposal_id', 'is', null)
		.where((eb) =>
			eb.or(
				spaces.map((space) =>
					eb.and([eb('proposal.space_id', '=', space.id), eb('proposal.created_at', '<', before(space))]),
				),
			),
		)
		.orderBy('proposal.created_at')
		.limit(limit)
		.execute();
	const items = rows.map((row): LateAnswer => {
		const space = spaceOf.get(row.space_id)!;
		const dueOn = answerDueOn(row.created_at, space.answerDays, space.zone);
		return {
			id: row.id,
			spaceId: space.id,
			title: row.title,
			locale: row.locale,
			number: row.number,
			process: row.address,
			dueOn,
			lateDays: daysBetween(dueOn, dayOf(now, space.zone)),
		};
	});
	return { items: items.sort((a, b) => b.lateDays - a.lateDays), total: rows[0]?.total ?? 0 };
}
