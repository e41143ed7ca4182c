// What the pages of participation show: processes with their counts, promises with their totals, one process or proposal.
import { error, type RequestEvent } from '@sveltejs/kit';
import { holds } from '#platform/actor.ts';
import { isId } from '#platform/ids.ts';
import { foreignLocale } from '#platform/html/index.ts';
import { installation } from '#platform/server/installation.ts';
import { dayOf } from '#platform/time.ts';
import { may, type Space } from '#foundations/spaces/index.ts';
import { type SpaceTree, withDescendants } from '#foundations/spaces/server/index.ts';
import {
	byPlace,
	isOpen,
	type KeptFilter,
	keptFilters,
	maySupport,
	personKeyOf,
	type Process,
	type ProposalView,
} from '#modules/participation/index.ts';
import {
	countKept,
	countProposals,
	hasSupported,
	listKept,
	listLateAnswers,
	listProcessesOf,
	listProposals,
	processByAddress,
	processById,
	showCommitment,
	showProposal,
} from '#modules/participation/server/index.ts';

const pageSize = 20;
const missing = (): never => error(404, { message: 'not found', code: 'subject.not_found' });

const isOfficer = ({ locals }: RequestEvent): boolean => holds(locals.actor, ...may.answer);

/** `?page=`, from 1. */
const pageIn = ({ url }: RequestEvent): number => {
	const page = Number(url.searchParams.get('page') ?? '1');
	return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
};

/** Addresses of the pages before and after, keeping the rest of the query. */
function around({ url }: RequestEvent, page: number, more: boolean): { newer: string | null; older: string | null } {
	const at = (number: number): string => {
		const query = new URLSearchParams(url.searchParams);
		if (number === 1) query.delete('page');
		else query.set('page', String(number));
		return query.size > 0 ? `${url.pathname}?${query}` : url.pathname;
	};
	return { newer: page > 1 ? at(page - 1) : null, older: more ? at(page + 1) : null };
}

const below = (tree: SpaceTree, space: Space): Space[] => {
	const ids = new Set(withDescendants(tree, space.id));
	return tree.all.filter((candidate) => ids.has(candidate.id));
};

/** Processes of a space and of those below it, running ones first, with how much came in. */
export async function participateOf({ locals }: RequestEvent, space: Space) {
	const { db } = installation();
	const { tree, now } = locals;
	const items = (await listProcessesOf(db, withDescendants(tree, space.id))).map((counted) => ({
		...counted,
		space: tree.byId.get(counted.process.spaceId)!,
	}));
	return { space, items: byPlace(items, now) };
}
export type Participate = Awaited<ReturnType<typeof participateOf>>;

const isFilter = (text: string | null): text is KeptFilter => keptFilters.some((filter) => filter === text);

/** What was promised in a space and below, what is late first, and which answers are overdue. */
export async function keptOf(event: RequestEvent, space: Space) {
	const { db } = installation();
	const { tree, now } = event.locals;
	const spaces = below(tree, space);
	const wanted = event.url.searchParams.get('show');
	const filter = isFilter(wanted) ? wanted : null;
	const page = pageIn(event);
	const kept = await listKept(
		db,
		spaces,
		{ filter: filter ?? undefined, limit: pageSize + 1, offset: (page - 1) * pageSize },
		now,
	);
	return {
		space,
		filter,
		totals: await countKept(db, spaces, now),
		items: kept.slice(0, pageSize).map((view) => ({ kept: view, space: tree.byId.get(view.spaceId)! })),
		answers: await listLateAnswers(db, spaces, now, 50),
		pages: around(event, page, kept.length > pageSize),
	};
}
export type Kept = Awaited<ReturnType<typeof keptOf>>;

/** The process at the address; 404 when the reader may not see it. */
export async function processAt(event: RequestEvent): Promise<Process> {
	const { space } = event.locals;
	const address = (event.params as { process: string }).process;
	return (await processByAddress(installation().db, space!.id, address, isOfficer(event))) ?? missing();
}

const orders = ['newest', 'supports', 'unanswered'] as const;

/** A process with a page of its proposals, in the order of `?order=`. */
export async function processPageOf(event: RequestEvent) {
	const { db } = installation();
	const { space, actor, now } = event.locals;
	const process = await processAt(event);
	const order = orders.find((known) => known === event.url.searchParams.get('order')) ?? 'newest';
	const page = pageIn(event);
	const unanswered = order === 'unanswered';
	const proposals = await listProposals(
		db,
		space!,
		actor,
		{
			processId: process.id,
			order: unanswered ? 'oldest' : order,
			answered: unanswered ? false : undefined,
			limit: pageSize + 1,
			offset: (page - 1) * pageSize,
		},
		now,
	);
	return {
		process,
		order,
		proposals: proposals.slice(0, pageSize).map((proposal) => ({
			...proposal,
			foreign: foreignLocale(`${proposal.title}\n${proposal.text}`, proposal.locale, event.locals.locale),
		})),
		pages: around(event, page, proposals.length > pageSize),
		count: (await countProposals(db, [process.id])).get(process.id)?.proposals ?? 0,
		mayPropose: isOpen(process, now, 'proposals'),
	};
}

/** The proposal with the number of the address, in its process; 404 when the reader may not see it. */
export async function proposalAt(event: RequestEvent): Promise<{ process: Process; proposal: ProposalView }> {
	const { space, actor, now } = event.locals;
	const process = await processAt(event);
	const { number } = event.params as { number: string };
	if (!/^[1-9]\d{0,8}$/.test(number)) missing();
	const proposal =
		(await showProposal(installation().db, space!, actor, { processId: process.id, number: Number(number) }, now)) ??
		missing();
	return { process, proposal };
}

/** Whether this reader supports the proposal, and whether they may say so. */
export async function supportOf({ locals }: RequestEvent, process: Process, proposal: ProposalView) {
	const { actor, device, space, now } = locals;
	const key = personKeyOf(actor, device);
	const refusal = maySupport(actor, {
		open: isOpen(process, now, 'proposals', 'answers'),
		guestsSupport: space!.guestsSupport,
		state: proposal.state,
	});
	return {
		supported: key !== null && (await hasSupported(installation().db, proposal.id, key)),
		may:
			refusal === null
				? ('support' as const)
				: refusal.code === 'access.sign_in'
					? ('sign_in' as const)
					: ('closed' as const),
	};
}

/** The officers' queue: what waits (oldest first) or what is answered (newest first). */
export async function proposalQueueOf(event: RequestEvent) {
	const { space, actor, now } = event.locals;
	const answered = event.url.searchParams.get('show') === 'answered';
	const page = pageIn(event);
	const proposals = await listProposals(
		installation().db,
		space!,
		actor,
		{ answered, order: answered ? 'newest' : 'oldest', limit: pageSize + 1, offset: (page - 1) * pageSize },
		now,
	);
	return { answered, proposals: proposals.slice(0, pageSize), pages: around(event, page, proposals.length > pageSize) };
}

/** A proposal by its id for the officers' form, with its process. */
export async function proposalForAnswer({ locals }: RequestEvent, id: string) {
	const { db } = installation();
	const { space, actor, now } = locals;
	const proposal = (isId(id) && (await showProposal(db, space!, actor, { id }, now))) || missing();
	return {
		proposal,
		process: (await processById(db, proposal.processId)) ?? missing(),
		today: dayOf(now, space!.zone),
	};
}

/** A commitment by its id for the officers' form, with the proposal it answers. */
export async function commitmentForProgress(event: RequestEvent, id: string) {
	const { space } = event.locals;
	const commitment = (isId(id) && (await showCommitment(installation().db, space!.id, id))) || missing();
	const { db } = installation();
	const proposal = await showProposal(db, space!, event.locals.actor, { id: commitment.proposalId }, event.locals.now);
	return {
		commitment,
		proposal,
		process: proposal && (await processById(db, proposal.processId)),
		today: dayOf(event.locals.now, space!.zone),
	};
}
