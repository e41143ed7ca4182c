// The sequencer: numbers committed facts so that a follower that reads `pos > cursor` never skips one.
import { sql } from 'kysely';
import type { Db } from '../db.ts';
import './schema.ts';

/**
 * Gives the next positions to every committed fact that has none; returns how many.
 * Readers that follow "last id seen" lose rows of slower writers; here only committed rows are numbered, under one
 * lock (the sequencer's row), so positions appear in the order followers read them.
 */
export async function sequenceFacts(db: Db): Promise<number> {
	return db.transaction().execute(async (tx) => {
		const waiting = await sql<{ one: number }>`select 1 one from activity where pos is null limit 1`.execute(tx);
		if (waiting.rows.length === 0) return 0;
		const { last } = await tx.selectFrom('sequencer').select('last').forUpdate().executeTakeFirstOrThrow();
		const numbered = await sql`
			with waiting as (select id, at, row_number() over (order by at, id) as n from activity where pos is null)
			update activity set pos = ${last}::bigint + waiting.n from waiting
			where activity.id = waiting.id and activity.at = waiting.at`.execute(tx);
		const count = Number(numbered.numAffectedRows ?? 0);
		if (count > 0)
			await tx
				.updateTable('sequencer')
				.set({ last: last + count })
				.execute();
		return count;
	});
}
