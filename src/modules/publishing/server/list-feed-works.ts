// The newest works with their whole text, as feeds carry them.
import type { Db } from '#platform/server/db.ts';
import { cardColumns, type WorkCard } from './list-works.ts';
import './schema.ts';

interface FeedWork extends WorkCard {
	/** HTML as written; clean it before showing. */
	body: string;
	updatedAt: Date;
}

/** Published works of spaces in one language, newest first. */
export async function listFeedWorks(
	db: Db,
	filter: { spaceIds: readonly string[]; locale: string; limit: number },
): Promise<FeedWork[]> {
	if (filter.spaceIds.length === 0) return [];
	const rows = await db
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.select([...cardColumns, 'body', 'updated_at as updatedAt'])
		.where('work_version.space_id', 'in', filter.spaceIds)
		.where('work_version.locale', '=', filter.locale)
		.where('work_version.state', '=', 'published')
		.orderBy('published_at', 'desc')
		.orderBy('work_version.id', 'desc')
		.limit(filter.limit)
		.execute();
	return rows as FeedWork[];
}
