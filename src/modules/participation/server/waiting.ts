// What waits for officers: proposals without an answer and commitments over their day, oldest first.
import type { Room, Waiting } from '#platform/server/room.ts';
import { addDays, dayOf } from '#platform/time.ts';
import { may } from '#foundations/spaces/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { answerDueOn } from '../proposals/index.ts';
import '../proposals/server/index.ts';
import '../commitments/server/index.ts';

const answers: readonly string[] = may.answer;

export const waitingAnswers: NonNullable<Room['waiting']> = async (db, _personId, roles, now) => {
	const spaces = [...roles]
		.filter(([, held]) => held.some((role) => answers.includes(role)))
		.map(([spaceId]) => spaceId);
	if (spaces.length === 0) return [];
	const tree = await readSpaceTree(db);
	const proposals = await db
		.selectFrom('proposal')
		.leftJoin('answer', 'answer.proposal_id', 'proposal.id')
		.select(['proposal.id', 'proposal.space_id', 'title', 'locale', 'created_at'])
		.where('proposal.space_id', 'in', spaces)
		.where('state', '=', 'published')
		.where('answer.proposal_id', 'is', null)
		.orderBy('created_at')
		.limit(50)
		.execute();
	const commitments = await db
		.selectFrom('commitment')
		.innerJoin('proposal', 'proposal.id', 'commitment.proposal_id')
		.select(['commitment.id', 'commitment.space_id', 'due_on', 'proposal.title', 'proposal.locale'])
		.where('commitment.space_id', 'in', spaces)
		.where('status', 'in', ['planned', 'under_way'])
		// Some zone may be a day ahead: each space's own day is asked below.
		.where('due_on', '<', addDays(dayOf(now, 'UTC'), 1))
		.orderBy('due_on')
		.limit(50)
		.execute();
	const found: Waiting[] = [];
	for (const row of proposals) {
		const space = tree.byId.get(row.space_id)!;
		const late = dayOf(now, space.zone) > answerDueOn(row.created_at, space.answerDays, space.zone);
		found.push({
			key: 'waiting.answer',
			title: row.title,
			locale: row.locale,
			path: `/desk/s/${space.address}/proposals/${row.id}`,
			since: row.created_at,
			late,
			spaceId: space.id,
		});
	}
	for (const row of commitments) {
		const space = tree.byId.get(row.space_id)!;
		if (row.due_on >= dayOf(now, space.zone)) continue;
		found.push({
			key: 'waiting.commitment',
			title: row.title,
			locale: row.locale,
			path: `/desk/s/${space.address}/commitments/${row.id}`,
			since: new Date(`${row.due_on}T00:00:00Z`),
			late: true,
			spaceId: space.id,
		});
	}
	return found;
};
