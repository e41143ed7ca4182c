// Proposals as pages show them: a list in an order, and one whole with its answer, commitment and chain.
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Actor } from '#platform/actor.ts';
import type { Place } from '#platform/keyset.ts';
import type { Db } from '#platform/server/db.ts';
import { countContributions } from '#engines/conversation/server/index.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import type { Space } from '#foundations/spaces/index.ts';
import { placesOf, territoriesWithin } from '#foundations/spaces/server/index.ts';
import { readCommitments } from '../../commitments/server/index.ts';
import { awaited, chainOf, type ProposalView } from '../proposal.ts';
import { visibleTo } from './store.ts';

type Order = 'newest' | 'supports' | 'oldest';
export interface ProposalFilter {
	processId?: string | undefined;
	answered?: boolean | undefined;
	order?: Order | undefined;
	limit: number;
	offset?: number | undefined;
	/** The newest before this place. */
	after?: Place | null | undefined;
	id?: string | undefined;
	number?: number | undefined;
	/** About this place or one below it. */
	territoryId?: string | undefined;
}

/** Proposals of a space, or of several, that the actor may read. */
export async function listProposals(
	db: Db,
	within: Space | readonly Space[],
	actor: Actor,
	filter: ProposalFilter,
	now: Date,
): Promise<ProposalView[]> {
	const order = filter.order ?? 'newest';
	const spaces = new Map([within].flat().map((space) => [space.id as string, space]));
	const rows = await db
		.selectFrom('proposal')
		.leftJoin('answer', 'answer.proposal_id', 'proposal.id')
		.selectAll('proposal')
		.select(['answer.outcome', 'answer.reasons', 'answer.at as answered_at'])
		.select((eb) =>
			jsonArrayFrom(
				eb
					.selectFrom('answer_revision')
					.select(['was', 'because', 'answer_revision.at'])
					.whereRef('answer_revision.proposal_id', '=', 'proposal.id')
					.orderBy('answer_revision.at'),
			).as('revisions'),
		)
		.where('proposal.space_id', '=', sql<string>`any(${[...spaces.keys()]}::uuid[])`)
		.where(visibleTo(actor))
		.where('proposal.state', '<>', 'erased')
		.$if(filter.territoryId !== undefined, (query) =>
			query.where('proposal.territory_id', 'in', territoriesWithin(filter.territoryId!)),
		)
		.$if(filter.processId !== undefined, (query) => query.where('process_id', '=', filter.processId!))
		.$if(filter.id !== undefined, (query) => query.where('proposal.id', '=', filter.id!))
		.$if(filter.number !== undefined, (query) => query.where('number', '=', filter.number!))
		.$if(filter.answered === true, (query) => query.where('outcome', 'is not', null))
		.$if(filter.answered === false, (query) =>
			query.where('outcome', 'is', null).where('proposal.state', '=', 'published'),
		)
		.$if(Boolean(filter.after), (query) =>
			query.where((eb) =>
				eb(eb.refTuple('proposal.created_at', 'proposal.id'), '<', eb.tuple(filter.after!.at, filter.after!.id)),
			),
		)
		.$if(order === 'supports', (query) => query.orderBy('supports', 'desc'))
		.orderBy('proposal.created_at', order === 'oldest' ? 'asc' : 'desc')
		.orderBy('proposal.id', order === 'oldest' ? 'asc' : 'desc')
		.limit(filter.limit)
		.offset(filter.offset ?? 0)
		.execute();
	const ids = rows.map((row) => row.id);
	const [counts, names, commitments] = [
		await countContributions(db, ids),
		await namesOf(
			db,
			rows.map((row) => ({ kind: row.author_kind, id: row.author_id })),
		),
		await readCommitments(db, ids),
	];
	const places = await placesOf(
		db,
		rows.map((row) => row.territory_id),
	);
	return rows.map((row) => {
		const space = spaces.get(row.space_id)!;
		const revisions = row.revisions.map((revision) => ({ ...revision, at: new Date(revision.at) }));
		const answer = row.outcome
			? { outcome: row.outcome, reasons: row.reasons ?? {}, at: row.answered_at!, revisions }
			: null;
		const commitment = commitments.get(row.id) ?? null;
		const contributions = counts.get(row.id) ?? 0;
		const stages = chainOf({
			createdAt: row.created_at,
			contributions,
			answer,
			commitment,
			answerDays: space.answerDays,
			zone: space.zone,
			now,
		});
		return {
			id: row.id,
			processId: row.process_id,
			number: row.number,
			locale: row.locale,
			title: row.title,
			text: row.text,
			place: row.place,
			territory: places.get(row.territory_id ?? '') ?? null,
			state: row.state,
			authorKind: row.author_kind,
			authorId: row.author_id,
			authorName: names.get(row.author_id) || null,
			supports: row.supports,
			contributions,
			createdAt: row.created_at,
			editedAt: row.edited_at,
			assisted: row.assisted,
			answer,
			commitment,
			stages,
			awaited: awaited(stages, answer?.outcome ?? null, commitment?.status),
		};
	});
}

/** One proposal by id or by its number in a process; null when the actor may not read it. */
export async function showProposal(
	db: Db,
	space: Space,
	actor: Actor,
	which: { id: string } | { processId: string; number: number },
	now: Date,
): Promise<ProposalView | null> {
	return (await listProposals(db, space, actor, { ...which, limit: 1 }, now))[0] ?? null;
}

/** Whether this person-key supports the proposal already. */
export async function hasSupported(db: Db, proposalId: string, personKey: string): Promise<boolean> {
	const row = await db
		.selectFrom('support')
		.select('proposal_id')
		.where('proposal_id', '=', proposalId)
		.where('person_key', '=', personKey)
		.executeTakeFirst();
	return row !== undefined;
}
