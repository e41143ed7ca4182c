// Where every published work is, for the site map.
import type { Db } from '#platform/server/db.ts';
import './schema.ts';

interface PublishedAddress {
	workId: string;
	spaceId: string;
	locale: string;
	slug: string;
	updatedAt: Date;
}

/** How many works are published, and in how many versions. */
export async function countPublished(db: Db): Promise<{ works: number; versions: number }> {
	const row = await db
		.selectFrom('work_version')
		.select(({ fn }) => [fn.count<number>('work_id').distinct().as('works'), fn.countAll<number>().as('versions')])
		.where('state', '=', 'published')
		.executeTakeFirstOrThrow();
	return { works: row.works, versions: row.versions };
}

/** The published versions of a stretch of works, oldest work first; the versions of one work are never separated. */
export async function listAddresses(db: Db, stretch: { works: number; offset: number }): Promise<PublishedAddress[]> {
	const works = db
		.selectFrom('work_version')
		.select('work_id')
		.distinct()
		.where('state', '=', 'published')
		.orderBy('work_id')
		.limit(stretch.works)
		.offset(stretch.offset);
	return db
		.selectFrom('work_version')
		.select(['work_id as workId', 'space_id as spaceId', 'locale', 'slug', 'updated_at as updatedAt'])
		.where('work_id', 'in', works)
		.where('state', '=', 'published')
		.orderBy('work_id')
		.orderBy('locale')
		.execute();
}
