// Works as pages, feeds and the API list them.
import { cursorAfter, placeOf } from '#platform/keyset.ts';
import { expressionBuilder, sql } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import { compiledRead, type Read, readOne } from '#platform/server/compiled-read.ts';
import type { Db, Tables } from '#platform/server/db.ts';
import { contributionsUnder } from '#engines/conversation/server/index.ts';
import { namedPeople } from '#foundations/accounts/server/index.ts';
import type { State } from '../work.ts';
import type { Credit } from './schema.ts';
import { awaitsSignOff } from './sign-offs.ts';
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
	territoryId: string | null;
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
	'work.territory_id as territoryId',
	'published_at as publishedAt',
] as const;

const placeIn = ({ publishedAt, versionId }: WorkCard) => ({ at: publishedAt, id: versionId });

export interface ListedWork extends WorkCard {
	contributions: number;
	authorName: string | null;
}

interface Filter {
	spaceIds: readonly string[];
	locale: string;
	limit: number;
	after?: string | undefined;
}
type Values = { spaceIds: readonly string[]; locale: string; most: number; at: Date; id: string };

/** The newest of each space by the index, then the newest of those: the length of an archive costs nothing. */
function newest({ spaceIds, locale, most, at, id }: Values, from: 'start' | 'cursor') {
	const eb = expressionBuilder<Tables>();
	const one = eb
		.selectFrom('work_version as one')
		.select(['one.id', 'one.published_at as at'])
		.where('one.space_id', '=', sql<string>`shown.id`)
		.where('one.locale', '=', locale)
		// Written out, since a plan for any state could not use the index of published ones.
		.where('one.state', '=', sql.lit('published'))
		.$if(from === 'cursor', (query) =>
			query.where((ref) => ref(ref.refTuple('one.published_at', 'one.id'), '<', ref.tuple(at, id))),
		)
		.orderBy('one.published_at', 'desc')
		.orderBy('one.id', 'desc')
		.limit(most);
	return eb
		.selectFrom(sql`unnest(${spaceIds}::uuid[])`.as<'shown'>(sql`shown(id)`))
		.innerJoinLateral(one.as('found'), (join) => join.onTrue())
		.select(['found.id', 'found.at'])
		.orderBy('found.at', 'desc')
		.orderBy('found.id', 'desc')
		.limit(most);
}

const readPublished = (from: 'start' | 'cursor') =>
	compiledRead((db, values: Values) =>
		db
			.selectFrom(newest(values, from).as('newest'))
			.innerJoin('work_version', 'work_version.id', 'newest.id')
			.innerJoin('work', 'work.id', 'work_version.work_id')
			.leftJoin(namedPeople, 'named.id', 'work.author_id')
			.select(cardColumns)
			.select((eb) => [contributionsUnder(eb.ref('work.id')).as('contributions'), 'named.name as authorName'])
			.orderBy('newest.at', 'desc')
			.orderBy('newest.id', 'desc'),
	);
const reads = { start: readPublished('start'), cursor: readPublished('cursor') };

interface Published {
	items: ListedWork[];
	next: string | null;
}

/** Published works of spaces in one language, newest first, with the cursor of what follows. */
export function publishedWorks({ spaceIds, locale, limit, after }: Filter): Read<Published> {
	const cursor = after ? placeOf(after) : null;
	// One more than asked for tells whether something follows.
	const most = limit + 1;
	return reads[cursor ? 'cursor' : 'start'](
		{ spaceIds, locale, most, ...(cursor ?? { at: new Date(0), id: '' }) },
		(rows) => {
			const items = rows.slice(0, limit).map((row) => ({ ...row, publishedAt: new Date(row.publishedAt!) }));
			return { items, next: rows.length > limit ? cursorAfter(placeIn(items.at(-1)!)) : null };
		},
	);
}

export const listPublished = (db: Db, filter: Filter): Promise<Published> => readOne(db, publishedWorks(filter));

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
		/** What came back, then what was never finished, before what is with others or done. */
		toDoFirst?: boolean;
		/** Only those that wait for a validator. */
		awaitSignOff?: boolean;
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
		.$if(filter.awaitSignOff === true, (query) => query.where(awaitsSignOff))
		.$if(filter.toDoFirst === true, (query) =>
			query.orderBy(
				sql`case state when 'returned' then 0 when 'draft' then 1 when 'published' then 3 when 'withdrawn' then 4 else 2 end`,
			),
		)
		.orderBy('state_since', filter.states.includes('published') && !filter.awaitSignOff ? 'desc' : 'asc')
		.orderBy('work_version.id')
		.limit(filter.limit)
		.offset(filter.offset ?? 0)
		.execute();
}
