// One work: as readers see it, by its address; as staff see it, with every version and review.
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/server/db.ts';
import { mayRead } from '../policy.ts';
import type { State } from '../work.ts';
import type { Credit } from './schema.ts';
import './schema.ts';

export interface WorkView {
	workId: string;
	versionId: string;
	spaceId: string;
	short: string;
	locale: string;
	state: State;
	title: string;
	summary: string;
	/** HTML as written; clean it before showing. */
	body: string;
	slug: string;
	credit: Credit | null;
	authorId: string | null;
	imageFile: string | null;
	imageAlt: string | null;
	publishedAt: Date | null;
	updatedAt: Date;
	/** Published versions in every language, for the language links. */
	languages: { locale: string; slug: string }[];
}

const columns = [
	'work.id as workId', 'work_version.id as versionId', 'work_version.space_id as spaceId', 'work.short', 'work_version.locale', 'state', 'title', 'summary',
	'body', 'slug', 'work.credit', 'work.author_id as authorId', 'work.image_file as imageFile', 'work.image_alt as imageAlt', 'published_at as publishedAt', 'updated_at as updatedAt',
] as const;

async function languagesOf(db: Db, workId: string) {
	return db.selectFrom('work_version').select(['locale', 'slug']).where('work_id', '=', workId).where('state', '=', 'published').orderBy('locale').execute();
}

/** The version at an address; `withdrawn` says that it was public once. Null when it does not exist for this actor. */
export async function showWork(db: Db, spaceId: string, locale: string, slug: string, actor: Actor): Promise<WorkView | 'withdrawn' | null> {
	const row = await db
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.select(columns)
		.where('work_version.space_id', '=', spaceId)
		.where('work_version.locale', '=', locale)
		.where('slug', '=', slug)
		.executeTakeFirst();
	if (!row) return null;
	if (row.state === 'withdrawn') return 'withdrawn';
	if (mayRead(actor, row)) return null;
	return { ...(row as Omit<WorkView, 'languages'>), languages: await languagesOf(db, row.workId) };
}

/** Where a short link leads: the version in the wanted language, else any published one. */
export async function workByShort(db: Db, short: string, locale: string): Promise<{ spaceId: string; locale: string; slug: string } | null> {
	const rows = await db
		.selectFrom('work')
		.innerJoin('work_version', 'work_version.work_id', 'work.id')
		.select(['work.space_id as spaceId', 'locale', 'slug'])
		.where('short', '=', short)
		.where('state', '=', 'published')
		.execute();
	return rows.find((row) => row.locale === locale) ?? rows[0] ?? null;
}

/** A work at the desk: every version with its reviews; null when the actor may not see any. */
export async function showWorkAtDesk(db: Db, spaceId: string, workId: string, actor: Actor) {
	const work = await db.selectFrom('work').selectAll().where('id', '=', workId).where('space_id', '=', spaceId).executeTakeFirst();
	if (!work) return null;
	const versions = await db.selectFrom('work_version').selectAll().where('work_id', '=', workId).orderBy('locale').execute();
	const seen = versions.filter((version) => mayRead(actor, { state: version.state, authorId: work.author_id }) === null);
	if (seen.length === 0) return null;
	const reviews = await db
		.selectFrom('review')
		.select(['version_id as versionId', 'outcome', 'reason', 'at', 'by_person as byPerson'])
		.where('version_id', 'in', seen.map((version) => version.id))
		.orderBy('at', 'desc')
		.execute();
	return { work, versions: seen, reviews };
}
