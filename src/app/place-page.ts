// The page of a place within a space: works and proposals about it or a place below it, and where else there are some.
import { error, type RequestEvent } from '@sveltejs/kit';
import { anonymous } from '#platform/actor.ts';
import { installation } from '#platform/server/installation.ts';
import type { PlaceInTree, Space } from '#foundations/spaces/index.ts';
import { placeAt, placesOf, withDescendants } from '#foundations/spaces/server/index.ts';
import { countPlacedWorks, listPlacedWorks } from '#modules/publishing/server/index.ts';
import { countPlacedProposals, listProcessesOf, listProposals } from '#modules/participation/server/index.ts';

const pageSize = 20;

/** The places right below with how much stands in each and under it, those with most first. */
async function smaller(place: PlaceInTree, counts: readonly ReadonlyMap<string, number>[]) {
	const ids = [...new Set(counts.flatMap((count) => [...count.keys()]))].filter((id) => id !== place.id);
	const places = await placesOf(installation().db, ids);
	const sums = new Map<string, number>();
	for (const id of ids) {
		const path = [id, ...(places.get(id)?.above.map((one) => one.id) ?? [])];
		const child = path[path.indexOf(place.id) - 1];
		const n = counts.reduce((sum, count) => sum + (count.get(id) ?? 0), 0);
		if (child) sums.set(child, (sums.get(child) ?? 0) + n);
	}
	const children = await placesOf(installation().db, [...sums.keys()]);
	return [...sums]
		.sort(([, a], [, b]) => b - a)
		.flatMap(([id, n]) => (children.has(id) ? [{ place: children.get(id)!, n }] : []));
}

/** Everything the page of a place shows; 404 for a place nobody knows. */
export async function placePageOf(event: RequestEvent, space: Space) {
	const { db } = installation();
	const { locals, url, params } = event;
	const place = await placeAt(db, (params as { place: string }).place);
	if (!place) error(404, { message: 'no such place', code: 'subject.not_found' });
	const ids = withDescendants(locals.tree, space.id);
	const spaces = locals.tree.all.filter((one) => ids.includes(one.id));
	const after = url.searchParams.get('after') ?? undefined;
	const asked = Number(url.searchParams.get('page') ?? '1');
	const page = Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1;
	const works = await listPlacedWorks(db, {
		spaceIds: ids,
		territoryId: place.id,
		locale: locals.locale,
		languages: space.languages,
		limit: pageSize,
		after,
	});
	const processes = new Map((await listProcessesOf(db, ids)).map(({ process }) => [process.id, process]));
	const proposals = await listProposals(
		db,
		spaces,
		anonymous,
		{ territoryId: place.id, limit: pageSize + 1, offset: (page - 1) * pageSize },
		locals.now,
	);
	const [workCounts, proposalCounts] = [
		await countPlacedWorks(db, ids, place.id),
		await countPlacedProposals(db, ids, place.id),
	];
	const places = await placesOf(
		db,
		works.items.map((work) => work.territoryId),
	);
	const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);
	return {
		space,
		place,
		works: works.items.map((work) => ({
			...work,
			space: locals.tree.byId.get(work.spaceId)!,
			place: places.get(work.territoryId ?? '') ?? null,
		})),
		next: works.next,
		first: after === undefined && page === 1,
		proposals: proposals.slice(0, pageSize).flatMap((proposal) => {
			const process = processes.get(proposal.processId);
			return process ? [{ proposal, process, space: locals.tree.byId.get(process.spaceId)! }] : [];
		}),
		page,
		more: proposals.length > pageSize,
		counts: { works: total(workCounts), proposals: total(proposalCounts) },
		smaller: await smaller(place, [workCounts, proposalCounts]),
	};
}
export type PlacePage = Awaited<ReturnType<typeof placePageOf>>;
