// What a front page shows: the newest works of a space and those below it, with counts, pictures and credit.
import { countContributions } from '#engines/conversation/server/index.ts';
import type { Space } from '#foundations/spaces/index.ts';
import { type SpaceTree, withDescendants } from '#foundations/spaces/server/index.ts';
import { listPublished } from '#modules/publishing/server/index.ts';
import { listCommitments, listProcesses, type Process } from '#modules/participation/server/index.ts';
import { installation } from '#platform/server/installation.ts';
import { describeSubjects } from '#platform/server/subjects.ts';
import { sizesOf } from '#platform/server/storage/index.ts';

/** Cards of one language; when there are none, those of the space's other languages, labelled. */
export async function frontOf(tree: SpaceTree, space: Space, locale: string, after: string | undefined, limit = 20) {
	const { db } = installation();
	const spaceIds = withDescendants(tree, space.id);
	const works = await listPublished(db, { spaceIds, locale, limit, after });
	const counts = await countContributions(db, works.items.map((work) => work.workId));
	const sizes = await sizesOf(db, works.items.flatMap((work) => (work.imageFile ? [work.imageFile] : [])));
	return {
		next: works.next,
		works: works.items.map((work) => ({ ...work, contributions: counts.get(work.workId) ?? 0, size: work.imageFile ? (sizes.get(work.imageFile) ?? null) : null, space: tree.byId.get(work.spaceId)! })),
	};
}
export type FrontWork = Awaited<ReturnType<typeof frontOf>>['works'][number];

/** The side of a front page: processes that run and what was promised. */
export async function sideOf(tree: SpaceTree, space: Space, locale: string) {
	const { db } = installation();
	const spaceIds = withDescendants(tree, space.id);
	const communes = tree.all.filter((candidate) => spaceIds.includes(candidate.id) && (candidate.kind === 'commune' || candidate.kind === 'programme'));
	const processes: { process: Process; space: Space }[] = [];
	for (const commune of communes) for (const process of await listProcesses(db, commune.id, false)) processes.push({ process, space: commune });
	const commitments = communes.length ? await listCommitments(db, communes.map((commune) => commune.id), 5) : [];
	const subjects = await describeSubjects(db, commitments.map((commitment) => ({ kind: 'proposal', id: commitment.proposalId })), locale);
	return { processes, commitments: commitments.flatMap((commitment) => (subjects.has(commitment.proposalId) ? [{ ...commitment, subject: subjects.get(commitment.proposalId)! }] : [])) };
}
