// What a front page shows: the newest works of a space and those below it, what can be decided, what was promised.
import type { Locale } from '#platform/i18n/index.ts';
import { readOne, readTogether } from '#platform/server/compiled-read.ts';
import { installation } from '#platform/server/installation.ts';
import { sizesOf } from '#platform/server/storage/index.ts';
import type { Space } from '#foundations/spaces/index.ts';
import { placesOf, type SpaceTree, withDescendants } from '#foundations/spaces/server/index.ts';
import { type ListedWork, publishedWorks } from '#modules/publishing/server/index.ts';
import { byPlace, processPlace } from '#modules/participation/index.ts';
import { type CountedProcess, countedProcesses, promisesInShort } from '#modules/participation/server/index.ts';

interface Wanted {
	locale: Locale;
	after?: string | undefined;
	now: Date;
}

const mostWorks = 20;
const mostProcesses = 4;
const mostKept = 5;

/** The newest in the first language after the reader's that has some, and which one. */
async function inAnother(space: Space, spaceIds: readonly string[], { locale, after }: Wanted) {
	for (const language of space.languages.filter((other) => other !== locale)) {
		const found = await readOne(
			installation().db,
			publishedWorks({ spaceIds, locale: language, limit: mostWorks, after }),
		);
		if (found.items.length > 0) return { ...found, fallback: language };
	}
	return { items: [], next: null, fallback: null };
}

async function dressed(tree: SpaceTree, items: readonly ListedWork[]) {
	const sizes = await sizesOf(
		installation().db,
		items.flatMap((work) => work.imageFile ?? []),
	);
	const places = await placesOf(
		installation().db,
		items.map((work) => work.territoryId),
	);
	return items.map((work) => ({
		...work,
		place: places.get(work.territoryId ?? '') ?? null,
		size: (work.imageFile && sizes.get(work.imageFile)) || null,
		/** Whom to name: the source, else the author. */
		by: work.credit?.name || work.authorName || null,
		space: tree.byId.get(work.spaceId)!,
	}));
}

/** Processes that run or are about to. */
const live = (tree: SpaceTree, counted: readonly CountedProcess[], now: Date) =>
	byPlace(
		counted.map((one) => ({ ...one, space: tree.byId.get(one.process.spaceId)! })),
		now,
	)
		.filter(({ process }) => ['running', 'coming'].includes(processPlace(process, now)))
		.slice(0, mostProcesses);

/** A front page: cards of one language (`fallback` when it is not the reader's) and what stands beside them. */
export async function frontOf(tree: SpaceTree, space: Space, wanted: Wanted) {
	const { locale, after, now } = wanted;
	const spaceIds = withDescendants(tree, space.id);
	const below = tree.all.filter((candidate) => spaceIds.includes(candidate.id));
	const [own, counted, kept] = await readTogether(
		installation().db,
		publishedWorks({ spaceIds, locale, limit: mostWorks, after }),
		countedProcesses(spaceIds),
		promisesInShort(below, mostKept, now),
	);
	const { items, next, fallback } =
		own.items.length > 0 ? { ...own, fallback: null } : await inAnother(space, spaceIds, wanted);
	return {
		space,
		next,
		fallback,
		works: await dressed(tree, items),
		processes: live(tree, counted, now),
		anyProcess: counted.length > 0,
		kept: kept.map((promise) => ({ ...promise, space: tree.byId.get(promise.spaceId)! })),
	};
}
