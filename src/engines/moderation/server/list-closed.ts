// Cases that ended without a decision: their text went first.
import type { Db } from '#platform/server/db.ts';
import './schema.ts';

/** Latest closed cases of a space: what brought them, when and why they ended. */
export async function listClosed(db: Db, spaceId: string, limit: number) {
	const rows = await db
		.selectFrom('moderation_case')
		.select(['id', 'source', 'closed_at', 'closed_because'])
		.where('space_id', '=', spaceId)
		.where('state', '=', 'closed')
		.orderBy('closed_at', 'desc')
		.limit(limit)
		.execute();
	return rows.flatMap(({ id, source, closed_at: at, closed_because: because }) =>
		at && because ? [{ id, source, at, because }] : [],
	);
}
