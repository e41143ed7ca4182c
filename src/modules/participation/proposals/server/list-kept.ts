// The page «kept»: commitments with the proposals they answer, the latest first by days, and their totals.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Db, Tables } from '#platform/server/db.ts';
import { dayOf } from '#platform/time.ts';
import { countContributions } from '#engines/conversation/server/index.ts';
import type { Space } from '#foundations/spaces/index.ts';
import { overdueDays } from '../../commitments/index.ts';
import { readCommitments } from '../../commitments/server/index.ts';
import type { KeptFilter, KeptTotals, KeptView } from '../kept.ts';
import { awaited, chainOf } from '../proposal.ts';
import './schema.ts';

/** Over its day in the zone of its space: SQL twin of overdueDays. */
function isLate(spaces: readonly Space[], now: Date) {
	return (eb: ExpressionBuilder<Tables, 'commitment'>): Expression<SqlBool> =>
		eb.and([
			eb('commitment.status', 'in', ['planned', 'under_way']),
			eb.or(
				[...new Set(spaces.map((space) => space.zone))].map((zone) =>
					eb.and([
						eb(
							'commitment.space_id',
							'in',
							spaces.filter((space) => space.zone === zone).map((space) => space.id),
						),
						eb('commitment.due_on', '<', dayOf(now, zone)),
					]),
				),
			),
		]);
}

interface Options {
	filter?: KeptFilter | undefined;
	limit: number;
	offset: number;
}

/** Commitments of spaces: overdue first, then by due day, then done, then abandoned. */
export async function listKept(
	db: Db,
	spaces: readonly Space[],
	{ filter, limit, offset }: Options,
	now: Date,
): Promise<KeptView[]> {
	if (spaces.length === 0) return [];
	const late = isLate(spaces, now);
	const rows = await db
		.selectFrom('commitment')
		.innerJoin('proposal', 'proposal.id', 'commitment.proposal_id')
		.innerJoin('process', 'process.id', 'proposal.process_id')
		.leftJoin('answer', 'answer.proposal_id', 'proposal.id')
		.select([
			'proposal.id',
			'proposal.space_id',
			'proposal.title',
			'proposal.locale',
			'proposal.number',
			'proposal.state',
			'proposal.created_at',
			'process.address',
			'process.state as process_state',
			'answer.outcome',
			'answer.at as answered_at',
		])
		.where(
			'commitment.space_id',
			'in',
			spaces.map((space) => space.id),
		)
		.$if(filter === 'late', (query) => query.where(late))
		.$if(filter === 'under_way', (query) =>
			query.where('commitment.status', 'in', ['planned', 'under_way']).where((eb) => eb.not(late(eb))),
		)
		.$if(filter === 'done', (query) => query.where('commitment.status', '=', 'done'))
		.orderBy((eb) =>
			eb
				.case()
				.when(late(eb))
				.then(0)
				.when('commitment.status', 'in', ['planned', 'under_way'])
				.then(1)
				.when('commitment.status', '=', 'done')
				.then(2)
				.else(3)
				.end(),
		)
		.orderBy(sql`case when commitment.status = 'done' then commitment.done_at end`, (order) => order.desc().nullsLast())
		.orderBy('commitment.due_on')
		.orderBy('commitment.id')
		.limit(limit)
		.offset(offset)
		.execute();
	const ids = rows.map((row) => row.id);
	const [counts, commitments] = [await countContributions(db, ids), await readCommitments(db, ids)];
	const spaceOf = new Map(spaces.map((space) => [space.id as string, space]));
	return rows.flatMap((row): KeptView[] => {
		const [space, commitment] = [spaceOf.get(row.space_id), commitments.get(row.id)];
		if (!space || !commitment) return [];
		const answer = row.outcome && row.answered_at ? { outcome: row.outcome, at: row.answered_at } : null;
		const stages = chainOf({
			createdAt: row.created_at,
			contributions: counts.get(row.id) ?? 0,
			answer,
			commitment,
			answerDays: space.answerDays,
			zone: space.zone,
			now,
		});
		const readable = row.state === 'published' && row.process_state !== 'draft';
		return [
			{
				...commitment,
				spaceId: space.id,
				proposedAt: row.created_at,
				answeredAt: row.answered_at,
				lateDays: overdueDays(commitment, dayOf(now, space.zone)),
				proposal: readable ? { title: row.title, locale: row.locale, number: row.number, process: row.address } : null,
				stages,
				awaited: awaited(stages, answer?.outcome ?? null, commitment.status),
			},
		];
	});
}

export async function countKept(db: Db, spaces: readonly Space[], now: Date): Promise<KeptTotals> {
	if (spaces.length === 0) return { all: 0, done: 0, under_way: 0, late: 0, abandoned: 0 };
	const late = isLate(spaces, now);
	const row = await db
		.selectFrom('commitment')
		.select((eb) => [
			eb.fn.countAll<number>().as('all'),
			eb.fn.countAll<number>().filterWhere('status', '=', 'done').as('done'),
			eb.fn.countAll<number>().filterWhere('status', '=', 'abandoned').as('abandoned'),
			eb.fn.countAll<number>().filterWhere(late).as('late'),
		])
		.where(
			'space_id',
			'in',
			spaces.map((space) => space.id),
		)
		.executeTakeFirstOrThrow();
	return { ...row, under_way: row.all - row.done - row.abandoned - row.late };
}
