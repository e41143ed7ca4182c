// A thread as a page shows it: contributions in order, replies under theirs, names beside.
import type { Db, Tx } from '#platform/server/db.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import type { ContributionState } from '../contribution.ts';
import './schema.ts';

export interface ContributionView {
	id: string;
	parentId: string | null;
	authorKind: string;
	authorId: string;
	/** Null for a guest without a name and for a forgotten person. */
	name: string | null;
	locale: string;
	/** Empty when withdrawn or erased. */
	text: string;
	state: ContributionState;
	createdAt: Date;
	editedAt: Date | null;
	replies: ContributionView[];
}

export interface ThreadView {
	open: boolean;
	published: number;
	items: ContributionView[];
	/** Cursor of the next page, when there is one. */
	next: string | null;
}

export type Sort = 'oldest' | 'newest';

/** One page of top-level contributions with all their visible replies. Withdrawn ones stay as a place when replied to. */
export async function listContributions(db: Db, subjectId: string, options: { sort: Sort; limit: number; after?: string | undefined }): Promise<ThreadView | null> {
	const thread = await db.selectFrom('thread').select(['id', 'open', 'published']).where('subject_id', '=', subjectId).executeTakeFirst();
	if (!thread) return null;
	const newest = options.sort === 'newest';
	const tops = await db
		.selectFrom('contribution as c')
		.selectAll()
		.where('thread_id', '=', thread.id)
		.where('parent_id', 'is', null)
		.where((eb) =>
			eb.or([
				eb('state', '=', 'published'),
				eb.and([
					eb('state', 'in', ['withdrawn', 'erased', 'refused']),
					eb.exists(eb.selectFrom('contribution as r').select('r.id').whereRef('r.parent_id', '=', 'c.id').where('r.state', '=', 'published')),
				]),
			]),
		)
		.$if(options.after !== undefined, (query) => query.where('id', newest ? '<' : '>', options.after!))
		.orderBy('id', newest ? 'desc' : 'asc')
		.limit(options.limit + 1)
		.execute();
	const page = tops.slice(0, options.limit);
	const replies = page.length
		? await db.selectFrom('contribution').selectAll().where('thread_id', '=', thread.id).where('parent_id', 'is not', null).where('state', '=', 'published').orderBy('id').execute()
		: [];
	const names = await namesOf(db, [...page, ...replies].map((row) => ({ kind: row.author_kind, id: row.author_id })));
	const children = new Map<string, typeof replies>();
	for (const reply of replies) children.set(reply.parent_id!, [...(children.get(reply.parent_id!) ?? []), reply]);
	const view = (row: (typeof page)[number]): ContributionView => ({
		id: row.id, parentId: row.parent_id, authorKind: row.author_kind, authorId: row.author_id,
		name: row.state === 'published' ? (names.get(row.author_id) || null) : null,
		locale: row.locale, text: row.state === 'published' ? row.text : '', state: row.state,
		createdAt: row.created_at, editedAt: row.edited_at, replies: (children.get(row.id) ?? []).map(view),
	});
	return { open: thread.open, published: thread.published, items: page.map(view), next: tops.length > options.limit ? page.at(-1)!.id : null };
}

/** Published contributions under each subject. */
export async function countContributions(db: Db | Tx, subjectIds: readonly string[]): Promise<Map<string, number>> {
	if (subjectIds.length === 0) return new Map();
	const rows = await db.selectFrom('thread').select(['subject_id', 'published']).where('subject_id', 'in', subjectIds).execute();
	return new Map(rows.map((row) => [row.subject_id, row.published]));
}

/** One contribution with its place, for its author's private page. */
export async function showContributionTo(db: Db, id: string) {
	const row = await db
		.selectFrom('contribution')
		.innerJoin('thread', 'thread.id', 'contribution.thread_id')
		.selectAll('contribution')
		.select(['subject_kind', 'subject_id'])
		.where('contribution.id', '=', id)
		.executeTakeFirst();
	return row ?? null;
}
