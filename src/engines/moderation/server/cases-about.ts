// The case in which moderators read a text: the open one, else the last.
import type { Db } from '#platform/server/db.ts';
import { subjectKind } from '#platform/server/subjects.ts';
import './schema.ts';

/** Cases by subject id; without those whose text is gone. */
export async function casesAbout(
	db: Db,
	subjectIds: readonly string[],
): Promise<Map<string, { id: string; spaceId: string }>> {
	if (subjectIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('moderation_case')
		.distinctOn('subject_id')
		.select(['id', 'space_id as spaceId', 'subject_id as subjectId', 'subject_kind as subjectKind'])
		.where('subject_id', 'in', subjectIds)
		.orderBy('subject_id')
		.orderBy((eb) => eb('state', '=', 'open'), 'desc')
		.orderBy('opened_at', 'desc')
		.execute();
	const found = new Map<string, { id: string; spaceId: string }>();
	for (const { id, spaceId, subjectId, subjectKind: kind } of rows)
		if (await subjectKind(kind).text?.read(db, subjectId)) found.set(subjectId, { id, spaceId });
	return found;
}
