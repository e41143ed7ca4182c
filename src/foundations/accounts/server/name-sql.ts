// A person's name as part of another room's query, so that a list needs one read.
import { type Expression, type RawBuilder, sql } from 'kysely';
import './schema.ts';

/** The name of the person whose id stands in a column of the outer query; null for nobody and for the forgotten. */
export const nameOfPerson = (personId: Expression<string | null>): RawBuilder<string | null> =>
	sql<string | null>`(select name from person where person.id = ${personId} and erased_at is null)`;
