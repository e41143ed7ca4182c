// Works as subjects: titles and addresses of the published version that the reader most likely reads.
import { sql } from 'kysely';
import type { SubjectKind } from '#platform/server/subjects.ts';
import { workPath } from '../work.ts';
import { likeliestFirst } from './likeliest.ts';
import './schema.ts';

export const workSubject: SubjectKind = {
	kind: 'work',
	async authors(db, id) {
		const row = await db.selectFrom('work').select('author_id').where('id', '=', id).executeTakeFirst();
		return row?.author_id ? [row.author_id] : [];
	},
	async describe(db, ids, locale) {
		if (ids.length === 0) return [];
		const rows = await db
			.selectFrom('work_version')
			.innerJoin('space', 'space.id', 'work_version.space_id')
			.innerJoin('work', 'work.id', 'work_version.work_id')
			.select([
				'work_id',
				'work.short',
				'work_version.space_id',
				'locale',
				'title',
				'slug',
				'work_version.state',
				'space.address',
			])
			.where('work_id', 'in', ids)
			.orderBy(likeliestFirst(locale, sql<string[]>`space.languages`))
			.execute();
		return ids.flatMap((id) => {
			const versions = rows.filter((row) => row.work_id === id);
			const best = versions.find((row) => row.state === 'published') ?? versions[0];
			if (!best) return [];
			return [
				{
					id,
					spaceId: best.space_id,
					title: best.title,
					locale: best.locale,
					path: workPath(best.address, best.locale, best.slug),
					short: `/w/${best.short}`,
					visible: best.state === 'published',
				},
			];
		});
	},
};
