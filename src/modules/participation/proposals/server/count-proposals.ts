// How many proposals processes have received, and how many of them are answered.
import type { Db } from '#platform/server/db.ts';
import './schema.ts';

/** Published proposals and answers by process id; a process without any is left out. */
export async function countProposals(
	db: Db,
	processIds: readonly string[],
): Promise<Map<string, { proposals: number; answers: number }>> {
	if (processIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('proposal')
		.leftJoin('answer', 'answer.proposal_id', 'proposal.id')
		.select((eb) => [
			'process_id',
			eb.fn.countAll<number>().as('proposals'),
			eb.fn.count<number>('answer.proposal_id').as('answers'),
		])
		.where('process_id', 'in', processIds)
		.where('state', '=', 'published')
		.groupBy('process_id')
		.execute();
	return new Map(rows.map(({ process_id, proposals, answers }) => [process_id, { proposals, answers }]));
}
