// What waits for officers: proposals without an answer and commitments over their day, oldest first.
import type { Room, Waiting, WaitingCount } from '#platform/server/room.ts';
import { addDays, dayOf, instantOf } from '#platform/time.ts';
import { may } from '#foundations/spaces/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { answerDueOn } from '../proposals/index.ts';
import '../proposals/server/index.ts';
import '../commitments/server/index.ts';

const answers: readonly string[] = may.answer;
const mostListed = 50;

export const waitingAnswers: NonNullable<Room['waiting']> = async (db, _personId, roles, now) => {
	const spaces = [...roles]
		.filter(([, held]) => held.some((role) => answers.includes(role)))
		.map(([spaceId]) => spaceId);
	if (spaces.length === 0) return { items: [], counts: [] };
	const tree = await readSpaceTree(db);
	const listOf = (spaceId: string): string => `/desk/s/${tree.byId.get(spaceId)!.address}/proposals`;
	/** The first moment of a space's day, so many days from today. */
	const startOf = (spaceId: string, days: number): Date => {
		const { zone } = tree.byId.get(spaceId)!;
		return instantOf(`${addDays(dayOf(now, zone), days)}T00:00`, zone);
	};
	const unanswered = db
		.selectFrom('proposal')
		.leftJoin('answer', 'answer.proposal_id', 'proposal.id')
		.where('proposal.space_id', 'in', spaces)
		.where('state', '=', 'published')
		.where('answer.proposal_id', 'is', null);
	const proposals = await unanswered
		.select(['proposal.id', 'proposal.space_id', 'title', 'locale', 'created_at'])
		.orderBy('created_at')
		.limit(mostListed)
		.execute();
	const proposalCounts = await unanswered
		.select(({ eb, fn }) => [
			'proposal.space_id',
			fn.countAll<number>().as('count'),
			// Late: it came before the last day whose answer may still be given today.
			fn
				.countAll<number>()
				.filterWhere(
					eb.or(
						spaces.map((id) =>
							eb.and([
								eb('proposal.space_id', '=', id),
								eb('created_at', '<', startOf(id, -tree.byId.get(id)!.answerDays)),
							]),
						),
					),
				)
				.as('late'),
		])
		.groupBy('proposal.space_id')
		.execute();
	const overdue = db
		.selectFrom('commitment')
		.innerJoin('proposal', 'proposal.id', 'commitment.proposal_id')
		.where('status', 'in', ['planned', 'under_way'])
		.where((eb) =>
			eb.or(
				spaces.map((id) =>
					eb.and([eb('commitment.space_id', '=', id), eb('due_on', '<', dayOf(now, tree.byId.get(id)!.zone))]),
				),
			),
		);
	const commitments = await overdue
		.select(['commitment.id', 'commitment.space_id', 'due_on', 'proposal.title', 'proposal.locale'])
		.orderBy('due_on')
		.limit(mostListed)
		.execute();
	const commitmentCounts = await overdue
		.select(({ fn }) => ['commitment.space_id', fn.countAll<number>().as('count')])
		.groupBy('commitment.space_id')
		.execute();
	const counts: WaitingCount[] = [
		...proposalCounts.map(({ space_id, count, late }) => ({
			kind: 'answer',
			spaceId: space_id,
			list: listOf(space_id),
			count,
			late,
		})),
		...commitmentCounts.map(({ space_id, count }) => ({
			kind: 'commitment',
			spaceId: space_id,
			list: `${listOf(space_id)}?show=answered`,
			count,
			late: count,
		})),
	];
	const found: Waiting[] = [];
	for (const row of proposals) {
		const space = tree.byId.get(row.space_id)!;
		const late = dayOf(now, space.zone) > answerDueOn(row.created_at, space.answerDays, space.zone);
		found.push({
			key: 'waiting.answer',
			title: row.title,
			locale: row.locale,
			list: listOf(space.id),
			path: `/desk/s/${space.address}/proposals/${row.id}`,
			since: row.created_at,
			late,
			spaceId: space.id,
		});
	}
	for (const row of commitments) {
		const space = tree.byId.get(row.space_id)!;
		found.push({
			key: 'waiting.commitment',
			title: row.title,
			locale: row.locale,
			list: `${listOf(space.id)}?show=answered`,
			path: `/desk/s/${space.address}/commitments/${row.id}`,
			since: new Date(`${row.due_on}T00:00:00Z`),
			late: true,
			spaceId: space.id,
		});
	}
	return { items: found, counts };
};
