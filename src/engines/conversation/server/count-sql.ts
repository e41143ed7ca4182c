// Counts of contributions as part of another room's query, so that a list needs one read.
import { type Expression, type RawBuilder, sql } from 'kysely';
import './schema.ts';

/** Published contributions under the subject whose id stands in a column of the outer query. */
export const contributionsUnder = (subjectId: Expression<string>): RawBuilder<number> =>
	sql<number>`coalesce((select published from thread where thread.subject_id = ${subjectId}), 0)`;
