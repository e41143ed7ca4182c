// Works as pages, feeds and the API list them.
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/server/db.ts';
import { contributionsUnder } from '#engines/conversation/server/index.ts';
import { nameOfPerson } from '#foundations/accounts/server/index.ts';
import type { State } from '../work.ts';
import type { Credit } from './schema.ts';
import { visibleTo } from './store.ts';

export interface WorkCard {
	workId: string;
	versionId: string;
	spaceId: string;
	short: string;
	locale: string;
	title: string;
	summary: string;
	slug: string;
	credit: Credit | null;
	authorId: string | null;
	imageFile: string | null;
	imageAlt: string | null;
	publishedAt: Date;
}

export const cardColumns = [
	'work.id as workId',
	'work_version.id as versionId',
	'work_version.space_id as spaceId',
	'work.short',
	'work_version.locale',
	'title',
	'summary',
	'slug',
	'work.credit',
	'work.author_id as authorId',
	'work.image_file as imageFile',
	'work.image_alt as imageAlt',
	'published_at as publishedAt',
] as const;

/** A position in the newest-first order: instant and id of the last card seen. */
export const cursorOf = (card: WorkCard): string => `${card.publishedAt.getTime().toString(36)}.${card.versionId}`;

function readCursor(cursor: string): { at: Date; id: string } | null {
	const [at = '', id = ''] = cursor.split('.');
	const time = parseInt(at, 36);
	return Number.isFinite(time) && /^[0-9a-f-]{36}$/.test(id) ? { at: new Date(time), id } : null;
}

export interface ListedWork extends WorkCard {
	contributions: number;
	authorName: string | null;
}

/** Published works of spaces in one language, newest first, with the cursor of what follows. */
export async function listPublished(
	db: Db,
	filter: { spaceIds: readonly string[]; locale: string; limit: number; after?: string | undefined },
): Promise<{ items: ListedWork[]; next: string | null }> {
	if (filter.spaceIds.length === 0) return { items: [], next: null };
	const after = filter.after ? readCursor(filter.after) : null;
	const rows = await db
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.select(cardColumns)
		.select((eb) => [
			contributionsUnder(eb.ref('work.id')).as('contributions'),
			nameOfPerson(eb.ref('work.author_id')).as('authorName'),
		])
		.where('work_version.space_id', 'in', filter.spaceIds)
		.where('work_version.locale', '=', filter.locale)
		.where('work_version.state', '=', 'published')
		.$if(after !== null, (query) =>
			query.where((eb) => eb(eb.refTuple('published_at', 'work_version.id'), '<', eb.tuple(after!.at, after!.id))),
		)
		.orderBy('published_at', 'desc')
		.orderBy('work_version.id', 'desc')
		.limit(filter.limit + 1)
		.execute();
	const items: ListedWork[] = rows.slice(0, filter.limit).map((row) => ({ ...row, publishedAt: row.publishedAt! }));
	return { items, next: rows.length > filter.limit ? cursorOf(items.at(-1)!) : null };
}

export interface DeskVersion {
	versionId: string;
	workId: string;
	locale: string;
	state: State;
	title: string;
	authorId: string | null;
	stateSince: Date;
	/** Local time at which a scheduled version will be published. */
	scheduledWall: string | null;
	updatedAt: Date;
}

/** Versions an actor may see at the desk, by state, longest waiting first. */
export async function listVersions(
	db: Db,
	spaceId: string,
	actor: Actor,
	filter: {
		states: readonly State[];
		limit: number;
		offset?: number;
		author?: { is: string } | { isNot: string } | undefined;
	},
): Promise<DeskVersion[]> {
	return db
		.selectFrom('work_version')
		.innerJoin('work', 'work.id', 'work_version.work_id')
		.select([
			'work_version.id as versionId',
			'work.id as workId',
			'locale',
			'state',
			'title',
			'author_id as authorId',
			'state_since as stateSince',
			'scheduled_wall as scheduledWall',
			'updated_at as updatedAt',
		])
		.where('work_version.space_id', '=', spaceId)
		.where('state', 'in', filter.states)
		.where(visibleTo(actor))
		.$if(filter.author !== undefined, (query) =>
			'is' in filter.author!
				? query.where('author_id', '=', filter.author.is)
				: query.where('author_id', 'is distinct from', filter.author!.isNot),
		)
		.orderBy('state_since', filter.states.includes('published') ? 'desc' : 'asc')
		.limit(filter.limit)
		.offset(filter.offset ?? 0)
		.execute();
}
