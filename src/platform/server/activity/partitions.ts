// Monthly partitions of the log, made ahead; rows outside them go to the rest partition.
import { sql } from 'kysely';
import type { Db } from '../db.ts';

const first = (at: Date, months: number): string =>
	new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)).toISOString().slice(0, 10);

/** Makes the partitions of the last three and the next three months where they are missing and nothing stands in the way. */
export async function preparePartitions(db: Db, now: Date): Promise<void> {
	for (let month = -3; month <= 3; month++) {
		const from = first(now, month);
		const name = `activity_${from.slice(0, 4)}_${from.slice(5, 7)}`;
		const there = await sql`select 1 from pg_class where relname = ${name}`.execute(db);
		if (there.rows.length > 0) continue;
		const stray =
			await sql`select 1 from activity_rest where at >= ${from}::timestamptz and at < ${first(now, month + 1)}::timestamptz limit 1`.execute(
				db,
			);
		if (stray.rows.length > 0) continue;
		await sql`create table if not exists ${sql.id(name)} partition of activity for values from (${sql.lit(`${from} 00:00+00`)}) to (${sql.lit(`${first(now, month + 1)} 00:00+00`)})`.execute(
			db,
		);
	}
}
