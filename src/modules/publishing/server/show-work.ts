// One work: as readers see it, by its address; as staff see it, with every version and review.
import { type Actor, anonymous } from '#platform/actor.ts';
import type { Db } from '#platform/server/db.ts';
import { mayRead } from '../policy.ts';
import { sharedOf } from '../shared-fields.ts';
import type { State } from '../work.ts';
import type { Credit } from './schema.ts';
import { listSignOffs } from './sign-offs.ts';
import './schema.ts';

export interface WorkView {
	workId: string;
	versionId: string;
	spaceId: string;
	short: string;
	kind: string;
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
	territoryId: string | null;
	publishedAt: Date | null;
	updatedAt: Date;
	/** Published versions in every language, for the language links. */
	languages: { locale: string; slug: string }[];
}

const columns = [
	'work.id as workId',
	'work_version.id as versionId',
	'work_version.space_id as spaceId',
	'work.short',
	'work.kind',
	'work_version.locale',
	'state',
	'title',
	'summary',
	'body',
	'slug',
	'work.credit',
	'work.author_id as authorId',
	'work.image_file as imageFile',
	'work.image_alt as imageAlt',
	'work.territory_id as territoryId',
	'published_at as publishedAt',
	'updated_at as updatedAt',
] as const;

async function languagesOf(db: Db, workId: string) {
	return db
		.selectFrom('work_version')
		.select(['locale', 'slug'])
		.where('work_id', '=', workId)
		.where('state', '=', 'published')
		.orderBy('locale')
		.execute();
}

/**
 * The version at an address. Editors and its author see it in every state; to others a version that was public once
 * and is not now answers `withdrawn`, and one they may not see null.
 */
export async function showWork(
	db: Db,
	spaceId: string,
	locale: string,
	slug: string,
	actor: Actor,
): Promise<WorkView | 'withdrawn' | null> {
	const row = await db
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.select(columns)
		.where('work_version.space_id', '=', spaceId)
		.where('work_version.locale', '=', locale)
		.where('slug', '=', slug)
		.executeTakeFirst();
	if (!row) return null;
	if (mayRead(actor, row)) return row.publishedAt ? 'withdrawn' : null;
	return { ...(row as Omit<WorkView, 'languages'>), languages: await languagesOf(db, row.workId) };
}

/** The published version that has this address in another language of the space, the oldest first; null when none has. */
export async function showWorkElsewhere(db: Db, spaceId: string, slug: string): Promise<WorkView | null> {
	const row = await db
		.selectFrom('work_version')
		.select('locale')
		.where('space_id', '=', spaceId)
		.where('slug', '=', slug)
		.where('state', '=', 'published')
		.orderBy('published_at')
		.executeTakeFirst();
	const work = row ? await showWork(db, spaceId, row.locale, slug, anonymous) : null;
	return work === 'withdrawn' ? null : work;
}

/** Where a short link may lead: the published versions of its work; `withdrawn` when all that were public are gone. */
export async function showShort(
	db: Db,
	short: string,
): Promise<{ spaceId: string; languages: { locale: string; slug: string }[] } | 'withdrawn' | null> {
	const rows = await db
		.selectFrom('work')
		.innerJoin('work_version', 'work_version.work_id', 'work.id')
		.select(['work.space_id as spaceId', 'locale', 'slug', 'state'])
		.where('short', '=', short)
		.where('published_at', 'is not', null)
		.orderBy('published_at')
		.execute();
	const published = rows.filter((row) => row.state === 'published');
	if (published[0])
		return { spaceId: published[0].spaceId, languages: published.map(({ locale, slug }) => ({ locale, slug })) };
	return rows.length > 0 ? 'withdrawn' : null;
}

/** A work at the desk: every version with its reviews and sign-offs; null when the actor may not see any. */
export async function showWorkAtDesk(db: Db, spaceId: string, workId: string, actor: Actor) {
	const work = await db
		.selectFrom('work')
		.selectAll()
		.where('id', '=', workId)
		.where('space_id', '=', spaceId)
		.executeTakeFirst();
	if (!work) return null;
	const versions = await db
		.selectFrom('work_version')
		.selectAll()
		.where('work_id', '=', workId)
		.orderBy('locale')
		.execute();
	const seen = versions.filter(
		(version) => mayRead(actor, { state: version.state, authorId: work.author_id }) === null,
	);
	if (seen.length === 0) return null;
	const reviews = await db
		.selectFrom('review')
		.select(['version_id as versionId', 'outcome', 'reason', 'at', 'by_person as byPerson'])
		.where(
			'version_id',
			'in',
			seen.map((version) => version.id),
		)
		.orderBy('at', 'desc')
		.execute();
	const signOffs = await listSignOffs(
		db,
		seen.map((version) => version.id),
	);
	const shared = sharedOf({ credit: work.credit, imageFile: work.image_file, imageAlt: work.image_alt });
	return { work, shared, versions: seen, reviews, signOffs };
}
