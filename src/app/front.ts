// What a front page shows: the newest works of a space and those below it, with counts, pictures and credit.
import type { Locale } from '#platform/i18n/index.ts';
import { installation } from '#platform/server/installation.ts';
import { sizesOf } from '#platform/server/storage/index.ts';
import type { Space } from '#foundations/spaces/index.ts';
import { type SpaceTree, withDescendants } from '#foundations/spaces/server/index.ts';
import { type ListedWork, listPublished } from '#modules/publishing/server/index.ts';
import { byPlace, processPlace } from '#modules/participation/index.ts';
import { listKept, listProcessesOf } from '#modules/participation/server/index.ts';

interface Wanted {
	locale: Locale;
	after?: string | undefined;
	limit?: number;
}

/** The newest in the reader's language; where nothing is published in it, those of the first language that has some. */
async function newest(space: Space, spaceIds: readonly string[], { locale, after, limit = 20 }: Wanted) {
	for (const language of [locale, ...space.languages.filter((other) => other !== locale)]) {
		const found = await listPublished(installation().db, { spaceIds, locale: language, limit, after });
		if (found.items.length > 0) return { ...found, fallback: language === locale ? null : language };
	}
	return { items: [], next: null, fallback: null };
}

async function dressed(tree: SpaceTree, items: readonly ListedWork[]) {
	const { db } = installation();
	const sizes = await sizesOf(
		db,
		items.flatMap((work) => work.imageFile ?? []),
	);
	return items.map((work) => ({
		...work,
		size: (work.imageFile && sizes.get(work.imageFile)) || null,
		/** Whom to name: the source, else the author. */
		by: work.credit?.name || work.authorName || null,
		space: tree.byId.get(work.spaceId)!,
	}));
}

/** Cards of one language, `fallback` when it is not the reader's. */
export async function frontOf(tree: SpaceTree, space: Space, wanted: Wanted) {
	const { items, next, fallback } = await newest(space, withDescendants(tree, space.id), wanted);
	return { next, fallback, works: await dressed(tree, items) };
}

const mostProcesses = 4;
const mostKept = 5;

/** The side of a front page: processes that run or are about to, and what was promised. */
export async function sideOf(tree: SpaceTree, space: Space, now: Date) {
	const { db } = installation();
	const spaceIds = withDescendants(tree, space.id);
	const below = tree.all.filter((candidate) => spaceIds.includes(candidate.id));
	const all = (await listProcessesOf(db, spaceIds)).map((counted) => ({
		...counted,
		space: tree.byId.get(counted.process.spaceId)!,
	}));
	const live = byPlace(all, now).filter(({ process }) => ['running', 'coming'].includes(processPlace(process, now)));
	const kept = await listKept(db, below, { limit: mostKept, offset: 0 }, now);
	return {
		processes: live.slice(0, mostProcesses),
		anyProcess: all.length > 0,
		kept: kept.flatMap((item) =>
			item.proposal && item.status !== 'abandoned'
				? [{ ...item, proposal: item.proposal, space: tree.byId.get(item.spaceId)! }]
				: [],
		),
	};
}
