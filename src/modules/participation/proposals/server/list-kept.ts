// The page «kept»: commitments with the proposals they answer, the latest first by days, and their totals.
import { compiledRead, type Read, readOne } from '#platform/server/compiled-read.ts';
import type { Db } from '#platform/server/db.ts';
import { dayOf } from '#platform/time.ts';
import { contributionsUnder } from '#engines/conversation/server/index.ts';
import type { Space } from '#foundations/spaces/index.ts';
import { overdueDays } from '../../commitments/index.ts';
import { commitmentColumns, commitmentOf, progressOf, revisionsOf } from '../../commitments/server/index.ts';
import type { KeptFilter, KeptTotals, KeptView } from '../kept.ts';
import { awaited, chainOf } from '../proposal.ts';
import { commitmentsOf, conditions, late, latestFirst, type Shown, shown } from './kept-sql.ts';
import './schema.ts';

const readKept = (filter: KeptFilter | 'all') =>
	compiledRead((db, values: Shown & { limit: number; offset: number }) =>
		commitmentsOf(db, values)
			.innerJoin('proposal', 'proposal.id', 'commitment.proposal_id')
			.innerJoin('process', 'process.id', 'proposal.process_id')
			.leftJoin('answer', 'answer.proposal_id', 'proposal.id')
			.select(commitmentColumns)
			.select([
				'proposal.space_id',
				'proposal.title',
				'proposal.locale',
				'proposal.number',
				'proposal.state',
				'proposal.created_at as proposedAt',
				'process.address',
				'process.state as process_state',
				'answer.outcome',
				'answer.at as answeredAt',
			])
			.select((eb) => [
				progressOf(eb.ref('commitment.id')).as('progress'),
				revisionsOf(eb.ref('commitment.id')).as('revisions'),
				contributionsUnder(eb.ref('proposal.id')).as('contributions'),
			])
			.where(conditions[filter])
			.orderBy(latestFirst.place)
			.orderBy(latestFirst.done, (order) => order.desc().nullsLast())
			.orderBy('commitment.due_on')
			.orderBy('commitment.id')
			.limit(values.limit)
			.offset(values.offset),
	);
const reads = {
	all: readKept('all'),
	late: readKept('late'),
	under_way: readKept('under_way'),
	done: readKept('done'),
};

interface Options {
	filter?: KeptFilter | undefined;
	limit: number;
	offset: number;
}

/** Commitments of spaces: overdue first, then by due day, then done, then abandoned. */
function keptCommitments(spaces: readonly Space[], { filter, limit, offset }: Options, now: Date): Read<KeptView[]> {
	const spaceOf = new Map(spaces.map((space) => [space.id as string, space]));
	return reads[filter ?? 'all']({ ...shown(spaces, now), limit, offset }, (rows) =>
		rows.map((row) => {
			const [space, commitment] = [spaceOf.get(row.space_id)!, commitmentOf(row)];
			const proposedAt = new Date(row.proposedAt);
			const answeredAt = row.answeredAt === null ? null : new Date(row.answeredAt);
			const answer = row.outcome && answeredAt ? { outcome: row.outcome, at: answeredAt } : null;
			const stages = chainOf({
				createdAt: proposedAt,
				contributions: row.contributions,
				answer,
				commitment,
				answerDays: space.answerDays,
				zone: space.zone,
				now,
			});
			const readable = row.state === 'published' && row.process_state !== 'draft';
			return {
				...commitment,
				spaceId: space.id,
				proposedAt,
				answeredAt,
				lateDays: overdueDays(commitment, dayOf(now, space.zone)),
				proposal: readable ? { title: row.title, locale: row.locale, number: row.number, process: row.address } : null,
				stages,
				awaited: awaited(stages, answer?.outcome ?? null, commitment.status),
			};
		}),
	);
}

export const listKept = (db: Db, spaces: readonly Space[], options: Options, now: Date): Promise<KeptView[]> =>
	readOne(db, keptCommitments(spaces, options, now));

export async function countKept(db: Db, spaces: readonly Space[], now: Date): Promise<KeptTotals> {
	const row = await commitmentsOf(db, shown(spaces, now))
		.select((eb) => [
			eb.fn.countAll<number>().as('all'),
			eb.fn.countAll<number>().filterWhere(conditions.done).as('done'),
			eb.fn.countAll<number>().filterWhere('status', '=', 'abandoned').as('abandoned'),
			eb.fn.countAll<number>().filterWhere(late).as('late'),
		])
		.executeTakeFirstOrThrow();
	return { ...row, under_way: row.all - row.done - row.abandoned - row.late };
}
