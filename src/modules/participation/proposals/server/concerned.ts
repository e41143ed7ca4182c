// Whom a proposal concerns: its author and those who support it, as far as they have accounts.
import type { Db, Tx } from '#platform/server/db.ts';
import './schema.ts';

/** Its author, unless a guest wrote it or the account is gone. */
export async function authorsOf(db: Db | Tx, proposalId: string): Promise<string[]> {
	const row = await db
		.selectFrom('proposal')
		.select('author_id')
		.where('id', '=', proposalId)
		.where('author_kind', '=', 'person')
		.where('state', '!=', 'erased')
		.executeTakeFirst();
	return row ? [row.author_id] : [];
}

export async function supportersOf(db: Db | Tx, proposalId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('support')
		.select('actor_id')
		.where('proposal_id', '=', proposalId)
		.where('actor_kind', '=', 'person')
		.where('actor_id', 'is not', null)
		.execute();
	return rows.flatMap((row) => row.actor_id ?? []);
}

/** Whoever wrote or supports it: they follow what becomes of it. */
export const concernedBy = async (db: Db | Tx, proposalId: string): Promise<string[]> => [
	...(await authorsOf(db, proposalId)),
	...(await supportersOf(db, proposalId)),
];
