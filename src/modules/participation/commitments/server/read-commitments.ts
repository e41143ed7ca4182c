// Reads commitments with their progress.
import type { Db } from '#platform/server/db.ts';
import type { CommitmentStatus, CommitmentView } from '../commitment.ts';
import './schema.ts';

interface Row {
	id: string;
	proposal_id: string;
	owners: Record<string, string>;
	budget: number | null;
	currency: string | null;
	due_on: string;
	status: CommitmentStatus;
	created_at: Date;
	done_at: Date | null;
}

async function withProgress(db: Db, rows: readonly Row[]): Promise<CommitmentView[]> {
	if (rows.length === 0) return [];
	const notes = await db
		.selectFrom('progress')
		.selectAll()
		.where(
			'commitment_id',
			'in',
			rows.map((row) => row.id),
		)
		.orderBy('at')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		proposalId: row.proposal_id,
		owners: row.owners,
		budget: row.budget,
		currency: row.currency,
		dueOn: row.due_on,
		status: row.status,
		madeAt: row.created_at,
		doneAt: row.done_at,
		progress: notes
			.filter((note) => note.commitment_id === row.id)
			.map(({ status, notes: texts, at }) => ({ status, notes: texts, at })),
	}));
}

/** The commitments of proposals, by proposal id. */
export async function readCommitments(db: Db, proposalIds: readonly string[]): Promise<Map<string, CommitmentView>> {
	if (proposalIds.length === 0) return new Map();
	const rows = await db.selectFrom('commitment').selectAll().where('proposal_id', 'in', proposalIds).execute();
	return new Map((await withProgress(db, rows)).map((view) => [view.proposalId, view]));
}

/** All commitments of spaces, the next due first. */
export async function listCommitments(
	db: Db,
	spaceIds: readonly string[],
	limit: number,
): Promise<(CommitmentView & { spaceId: string })[]> {
	const rows = await db
		.selectFrom('commitment')
		.selectAll()
		.where('space_id', 'in', spaceIds)
		.orderBy('due_on')
		.limit(limit)
		.execute();
	const views = await withProgress(db, rows);
	return views.map((view, i) => ({ ...view, spaceId: rows[i]!.space_id }));
}

/** One commitment of a space; null when there is none. */
export async function showCommitment(db: Db, spaceId: string, id: string): Promise<CommitmentView | null> {
	const rows = await db
		.selectFrom('commitment')
		.selectAll()
		.where('id', '=', id)
		.where('space_id', '=', spaceId)
		.execute();
	return (await withProgress(db, rows))[0] ?? null;
}
