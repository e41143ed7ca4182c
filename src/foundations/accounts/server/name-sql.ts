// Names of people for the queries of other rooms.
import { sql } from 'kysely';

/** People who are still there, to be joined by id: one read of their table for a whole page, whatever its length. */
export const namedPeople = sql<{
	id: string;
	name: string | null;
}>`(select id, name from person where erased_at is null)`.as<'named'>(sql`named`);
