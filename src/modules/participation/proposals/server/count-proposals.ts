// How many proposals processes have received, and how many of them are answered.
import { sql } from 'kysely';
import { compiledRead, type Read, readOne } from '#platform/server/compiled-read.ts';
import type { Db } from '#platform/server/db.ts';
import { territoriesWithin } from '#foundations/spaces/server/index.ts';
import type { Process } from '../../processes/index.ts';
import { processOf, selectProcesses } from '../../processes/server/index.ts';
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

/** How many published proposals of spaces each place has by itself; within one place, or everywhere. */
export async function countPlacedProposals(
	db: Db,
	spaceIds: readonly string[],
	territoryId: string | null,
): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('proposal')
		.innerJoin('process', 'process.id', 'proposal.process_id')
		.select(({ fn }) => ['proposal.territory_id as territoryId', fn.countAll<number>().as('n')])
		.$if(territoryId !== null, (query) => query.where('proposal.territory_id', 'in', territoriesWithin(territoryId!)))
		.where('proposal.territory_id', 'is not', null)
		.where('proposal.space_id', '=', sql<string>`any(${spaceIds}::uuid[])`)
		.where('proposal.state', '=', 'published')
		.where('process.state', '<>', 'draft')
		.groupBy('proposal.territory_id')
		.execute();
	return new Map(rows.map((row) => [row.territoryId!, row.n]));
}

export interface CountedProcess {
	process: Process;
	/** Published. */
	proposals: number;
	/** Of these, how many are answered. */
	answers: number;
}

const readCounted = compiledRead((db, { spaceIds }: { spaceIds: readonly string[] }) =>
	selectProcesses(db)
		.leftJoinLateral(
			(eb) =>
				eb
					.selectFrom('proposal')
					.leftJoin('answer', 'answer.proposal_id', 'proposal.id')
					.select((one) => [
						one.fn.countAll<number>().as('proposals'),
						one.fn.count<number>('answer.proposal_id').as('answers'),
					])
					.whereRef('proposal.process_id', '=', 'process.id')
					.where('proposal.state', '=', 'published')
					.as('counted'),
			(join) => join.onTrue(),
		)
		.select(['counted.proposals', 'counted.answers'])
		.where('space_id', '=', sql<string>`any(${spaceIds})`)
		.where('state', '<>', 'draft'),
);

/** Published and archived processes of several spaces, newest first. */
export const countedProcesses = (spaceIds: readonly string[]): Read<CountedProcess[]> =>
	readCounted({ spaceIds }, (rows) =>
		rows.map((row) => ({
			process: processOf(row),
			proposals: row.proposals ?? 0,
			answers: row.answers ?? 0,
		})),
	);

export const listProcessesOf = (db: Db, spaceIds: readonly string[]): Promise<CountedProcess[]> =>
	readOne(db, countedProcesses(spaceIds));
