// Reads commitments with their progress, alone or as part of another room's query.
import { type Expression, expressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Db, Tables } from '#platform/server/db.ts';
import type { CommitmentStatus, CommitmentView, Terms } from '../commitment.ts';
import './schema.ts';

/** What a query over commitments selects, so that `commitmentOf` can read its rows. */
export const commitmentColumns = [
	'commitment.id as commitmentId',
	'commitment.proposal_id as proposalId',
	'commitment.owners',
	'commitment.budget',
	'commitment.currency',
	'commitment.due_on as dueOn',
	'commitment.status',
	'commitment.created_at as madeAt',
	'commitment.done_at as doneAt',
] as const;

/** The notes of the commitment whose id stands in a column of the outer query, oldest first: selected as `progress`. */
export const progressOf = (commitmentId: Expression<string>) =>
	jsonArrayFrom(
		expressionBuilder<Tables>()
			.selectFrom('progress')
			.select(['progress.status', 'progress.notes', 'progress.at'])
			.where('progress.commitment_id', '=', commitmentId)
			.orderBy('progress.at'),
	);

/** The changes of the commitment whose id stands in a column of the outer query, oldest first: selected as `revisions`. */
export const revisionsOf = (commitmentId: Expression<string>) =>
	jsonArrayFrom(
		expressionBuilder<Tables>()
			.selectFrom('commitment_revision as revision')
			.select(['revision.was', 'revision.became', 'revision.because', 'revision.at'])
			.where('revision.commitment_id', '=', commitmentId)
			.orderBy('revision.at'),
	);

interface Row {
	commitmentId: string;
	proposalId: string;
	owners: Record<string, string>;
	budget: number | null;
	currency: string | null;
	dueOn: string;
	status: CommitmentStatus;
	madeAt: Date | string;
	doneAt: Date | string | null;
	progress: readonly { status: CommitmentStatus; notes: Record<string, string>; at: Date | string }[];
	revisions: readonly { was: Terms; became: Terms; because: Record<string, string>; at: Date | string }[];
}

/** A row, or a row written as JSON, of a query with `commitmentColumns`, `progressOf` and `revisionsOf`. */
export const commitmentOf = (row: Row): CommitmentView => ({
	id: row.commitmentId,
	proposalId: row.proposalId,
	owners: row.owners,
	budget: row.budget,
	currency: row.currency,
	dueOn: row.dueOn,
	status: row.status,
	madeAt: new Date(row.madeAt),
	doneAt: row.doneAt === null ? null : new Date(row.doneAt),
	progress: row.progress.map(({ status, notes, at }) => ({ status, notes, at: new Date(at) })),
	revisions: row.revisions.map((revision) => ({ ...revision, at: new Date(revision.at) })),
});

const commitments = (db: Db) =>
	db
		.selectFrom('commitment')
		.select(commitmentColumns)
		.select((eb) => [
			progressOf(eb.ref('commitment.id')).as('progress'),
			revisionsOf(eb.ref('commitment.id')).as('revisions'),
		]);

/** The commitments of proposals, by proposal id. */
export async function readCommitments(db: Db, proposalIds: readonly string[]): Promise<Map<string, CommitmentView>> {
	if (proposalIds.length === 0) return new Map();
	const rows = await commitments(db).where('proposal_id', 'in', proposalIds).execute();
	return new Map(rows.map((row) => [row.proposalId, commitmentOf(row)]));
}

export interface CommitmentFilter {
	status?: CommitmentStatus | undefined;
	/** Only those open after their due day; the calendar day in the space's zone. */
	lateOn?: string | null;
	/** The due day and id of the last one read. */
	after?: { dueOn: string; id: string } | null;
	limit: number;
}

/** Commitments of a space, the next due first. */
export async function listCommitments(
	db: Db,
	spaceId: string,
	{ status, lateOn, after, limit }: CommitmentFilter,
): Promise<CommitmentView[]> {
	const rows = await commitments(db)
		.where('space_id', '=', spaceId)
		.$if(status !== undefined, (query) => query.where('status', '=', status!))
		.$if(Boolean(lateOn), (query) =>
			query.where('status', 'in', ['planned', 'under_way']).where('due_on', '<', lateOn!),
		)
		.$if(Boolean(after), (query) =>
			query.where((eb) => eb(eb.refTuple('due_on', 'id'), '>', eb.tuple(after!.dueOn, after!.id))),
		)
		.orderBy('due_on')
		.orderBy('id')
		.limit(limit)
		.execute();
	return rows.map(commitmentOf);
}

/** One commitment of a space; null when there is none. */
export async function showCommitment(db: Db, spaceId: string, id: string): Promise<CommitmentView | null> {
	const row = await commitments(db).where('id', '=', id).where('space_id', '=', spaceId).executeTakeFirst();
	return row ? commitmentOf(row) : null;
}
