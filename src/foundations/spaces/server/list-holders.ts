// Everybody who holds a role anywhere; the demonstration's sign-in page chooses from them.
import type { Db } from '#platform/server/db.ts';
import type { Holder } from '../one-per-role.ts';
import './schema.ts';

/** Own roles (not those that flow down), eldest first. */
export const listHolders = (db: Db): Promise<Holder[]> =>
	db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.person_id')
		.select(['person_id as personId', 'name', 'space_id as spaceId', 'role'])
		.where('erased_at', 'is', null)
		.orderBy('since')
		.orderBy('person_id')
		.limit(2_000)
		.execute();
