// A thread as a page shows it: contributions in order, replies under theirs, names beside.
import type { Db, Tx } from '#platform/server/db.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import type { ContributionView, Sort, ThreadView } from '../thread.ts';
import './schema.ts';

interface Page {
	sort: Sort;
	limit: number;
	/** Cursor: the last contribution of the page before. */
	after?: string | undefined;
	/** The page begins with this contribution. */
	from?: string | undefined;
}

/** All replies below these contributions, in the order they were made. */
const repliesBelow = (db: Db, threadId: string, ids: readonly string[]) =>
	db
		.withRecursive('below', (query) =>
			query
				.selectFrom('contribution')
				.select('id')
				.where('thread_id', '=', threadId)
				.where('parent_id', 'in', ids)
				.unionAll(
					query
						.selectFrom('contribution as c')
						.innerJoin('below', 'below.id', 'c.parent_id')
						.select('c.id')
						.where('c.thread_id', '=', threadId),
				),
		)
		.selectFrom('contribution')
		.selectAll()
		.where('id', 'in', (eb) => eb.selectFrom('below').select('below.id'))
		.orderBy('id')
		.execute();

/** One page of top-level contributions with all their replies. What is not visible stays as an empty place while visible replies stand under it; what was forgotten keeps its place. */
export async function listContributions(db: Db, subjectId: string, options: Page): Promise<ThreadView | null> {
	const thread = await db
		.selectFrom('thread')
		.select(['id', 'open', 'published'])
		.where('subject_id', '=', subjectId)
		.executeTakeFirst();
	if (!thread) return null;
	const newest = options.sort === 'newest';
	const tops = await db
		.selectFrom('contribution as c')
		.selectAll()
		.where('thread_id', '=', thread.id)
		.where('parent_id', 'is', null)
		.where((eb) =>
			eb.or([
				eb('state', 'in', ['published', 'erased']),
				eb.exists(
					eb
						.selectFrom('contribution as r')
						.select('r.id')
						.whereRef('r.thread_id', '=', 'c.thread_id')
						.whereRef('r.parent_id', '=', 'c.id'),
				),
			]),
		)
		.$if(options.after !== undefined, (query) => query.where('id', newest ? '<' : '>', options.after!))
		.$if(options.from !== undefined, (query) => query.where('id', newest ? '<=' : '>=', options.from!))
		.orderBy('id', newest ? 'desc' : 'asc')
		.limit(options.limit + 1)
		.execute();
	const page = tops.slice(0, options.limit);
	const replies = page.length
		? await repliesBelow(
				db,
				thread.id,
				page.map((row) => row.id),
			)
		: [];
	const names = await namesOf(
		db,
		[...page, ...replies].map((row) => ({ kind: row.author_kind, id: row.author_id })),
	);
	const children = new Map<string, typeof replies>();
	for (const reply of replies) children.set(reply.parent_id!, [...(children.get(reply.parent_id!) ?? []), reply]);
	const view = (row: (typeof page)[number]): ContributionView => ({
		id: row.id,
		parentId: row.parent_id,
		authorKind: row.author_kind,
		authorId: row.author_id,
		name: row.state === 'published' ? names.get(row.author_id) || null : null,
		locale: row.locale,
		text: row.state === 'published' ? row.text : '',
		state: row.state,
		createdAt: row.created_at,
		editedAt: row.edited_at,
		asSpace: row.as_space && row.state === 'published',
		replies: seen(children.get(row.id) ?? []),
	});
	const seen = (rows: typeof replies): ContributionView[] =>
		rows.map(view).filter((item) => item.state === 'published' || item.state === 'erased' || item.replies.length > 0);
	return {
		open: thread.open,
		published: thread.published,
		items: seen(page),
		next: tops.length > options.limit ? page.at(-1)!.id : null,
	};
}

/** The top-level contribution above one of this subject (itself when it is one); null when it is not in the thread. */
export async function topOf(db: Db, subjectId: string, id: string): Promise<string | null> {
	const row = await db
		.withRecursive('above', (query) =>
			query
				.selectFrom('contribution')
				.innerJoin('thread', 'thread.id', 'contribution.thread_id')
				.select(['contribution.id', 'contribution.parent_id'])
				.where('contribution.id', '=', id)
				.where('thread.subject_id', '=', subjectId)
				.unionAll(
					query
						.selectFrom('contribution as c')
						.innerJoin('above', 'above.parent_id', 'c.id')
						.select(['c.id', 'c.parent_id']),
				),
		)
		.selectFrom('above')
		.select('id')
		.where('parent_id', 'is', null)
		.executeTakeFirst();
	return row?.id ?? null;
}

/** Published contributions under each subject. */
export async function countContributions(db: Db | Tx, subjectIds: readonly string[]): Promise<Map<string, number>> {
	if (subjectIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('thread')
		.select(['subject_id', 'published'])
		.where('subject_id', 'in', subjectIds)
		.execute();
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

/** The subjects under which contributions stand, by contribution; for live news of threads. */
export async function subjectsOfContributions(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('contribution')
		.innerJoin('thread', 'thread.id', 'contribution.thread_id')
		.select(['contribution.id', 'subject_id'])
		.where('contribution.id', 'in', ids)
		.execute();
	return new Map(rows.map((row) => [row.id, row.subject_id]));
}

/** What a thread stands under; null when the subject has none. */
export async function threadSubject(db: Db, subjectId: string): Promise<{ kind: string; id: string } | null> {
	const row = await db
		.selectFrom('thread')
		.select('subject_kind')
		.where('subject_id', '=', subjectId)
		.executeTakeFirst();
	return row ? { kind: row.subject_kind, id: subjectId } : null;
}
