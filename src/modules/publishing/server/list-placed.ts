// Works by the place they are about: a place's page lists those of the place and of all below it, each once.
import { sql } from 'kysely';
import { cursorAfter, placeOf } from '#platform/keyset.ts';
import type { Db } from '#platform/server/db.ts';
import { countContributions } from '#engines/conversation/server/index.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import { territoriesWithin } from '#foundations/spaces/server/index.ts';
import { likeliestFirst } from './likeliest.ts';
import { cardColumns, type ListedWork } from './list-works.ts';
import './schema.ts';

interface Filter {
	spaceIds: readonly string[];
	territoryId: string;
	/** The reader's language; a work that is not in it comes in another. */
	locale: string;
	/** Those of the page's space, in its order: the first that a work has stands in. */
	languages?: readonly string[];
	/** Only works in the reader's language. */
	strict?: boolean;
	limit: number;
	after?: string | undefined;
}

/** Published works of spaces about a place or one below it, newest first, with the cursor of what follows. */
export async function listPlacedWorks(
	db: Db,
	{ spaceIds, territoryId, locale, languages = [], strict = false, limit, after }: Filter,
): Promise<{ items: ListedWork[]; next: string | null }> {
	const cursor = after ? placeOf(after) : null;
	const rows = await db
		.selectFrom((eb) =>
			eb
				.selectFrom('work')
				.innerJoin('work_version', 'work_version.work_id', 'work.id')
				.distinctOn('work.id')
				.select(cardColumns)
				.where('work.territory_id', 'in', territoriesWithin(territoryId))
				.where('work_version.space_id', '=', sql<string>`any(${spaceIds}::uuid[])`)
				.where('work_version.state', '=', 'published')
				.$if(strict, (query) => query.where('work_version.locale', '=', locale))
				.orderBy('work.id')
				.orderBy(likeliestFirst(locale, languages))
				.as('placed'),
		)
		.selectAll()
		.$if(cursor !== null, (query) =>
			query.where((eb) =>
				eb(eb.refTuple('placed.publishedAt', 'placed.versionId'), '<', eb.tuple(cursor!.at, cursor!.id)),
			),
		)
		.orderBy('publishedAt', 'desc')
		.orderBy('versionId', 'desc')
		.limit(limit + 1)
		.execute();
	const shown = rows.slice(0, limit);
	const counts = await countContributions(
		db,
		shown.map((row) => row.workId),
	);
	const names = await namesOf(
		db,
		shown.map((row) => ({ kind: 'person', id: row.authorId })),
	);
	const items = shown.map((row) => ({
		...row,
		publishedAt: row.publishedAt!,
		contributions: counts.get(row.workId) ?? 0,
		authorName: names.get(row.authorId ?? '') || null,
	}));
	const last = rows.length > limit ? items.at(-1)! : null;
	return { items, next: last && cursorAfter({ at: last.publishedAt, id: last.versionId }) };
}

/** How many published works of spaces each place has by itself; within one place, or everywhere. */
export async function countPlacedWorks(
	db: Db,
	spaceIds: readonly string[],
	territoryId: string | null,
): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('work')
		.select(({ fn }) => ['territory_id as territoryId', fn.countAll<number>().as('n')])
		.$if(territoryId !== null, (query) => query.where('territory_id', 'in', territoriesWithin(territoryId!)))
		.where('territory_id', 'is not', null)
		.where('space_id', '=', sql<string>`any(${spaceIds}::uuid[])`)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('work_version')
					.select('work_version.id')
					.whereRef('work_version.work_id', '=', 'work.id')
					.where('work_version.state', '=', 'published'),
			),
		)
		.groupBy('territory_id')
		.execute();
	return new Map(rows.map((row) => [row.territoryId!, row.n]));
}
