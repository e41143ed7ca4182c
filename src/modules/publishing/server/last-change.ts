// Who changed a version, or any version of a work, last, and when: told to whoever saved over it.
import type { Db } from '#platform/server/db.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import '#platform/server/activity/index.ts';
import { versionSaved, workDrafted } from '../facts.ts';

/** The newest act on these versions with the name of its person, and whether it wrote text; null when the log has none. */
export async function lastChangeOf(
	db: Db,
	spaceId: string,
	versionIds: readonly string[],
): Promise<{ at: Date; name: string | null; saved: boolean } | null> {
	const fact = await db
		.selectFrom('activity')
		.select(['at', 'type', 'actor_kind', 'actor_id'])
		.where('space_id', '=', spaceId)
		.where('subject', 'in', versionIds)
		.where('type', 'like', 'publishing.%')
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!fact) return null;
	const names = await namesOf(db, [{ kind: fact.actor_kind, id: fact.actor_id }]);
	const saved = fact.type === versionSaved.type || fact.type === workDrafted.type;
	return { at: fact.at, name: names.get(fact.actor_id ?? '') ?? null, saved };
}
