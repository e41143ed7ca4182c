// Contributions as subjects: how moderation reads and moves them, and where their permalink leads.
import { beginningOf } from '#platform/html/index.ts';
import { refuse } from '#platform/refusal.ts';
import { describeSubjects, type SubjectKind } from '#platform/server/subjects.ts';
import { moveContribution } from './store.ts';
import './schema.ts';

/** So many characters of a contribution stand for it. */
const mostCharacters = 80;

export const contributionSubject: SubjectKind = {
	kind: 'contribution',
	async describe(db, ids, locale) {
		if (ids.length === 0) return [];
		const rows = await db
			.selectFrom('contribution')
			.innerJoin('thread', 'thread.id', 'contribution.thread_id')
			.select([
				'contribution.id',
				'contribution.space_id',
				'contribution.locale',
				'text',
				'state',
				'subject_kind',
				'subject_id',
			])
			.where('contribution.id', 'in', ids)
			.execute();
		const above = await describeSubjects(
			db,
			rows.map((row) => ({ kind: row.subject_kind, id: row.subject_id })),
			locale,
		);
		return rows.map((row) => ({
			id: row.id,
			spaceId: row.space_id,
			title: beginningOf(row.text, mostCharacters),
			locale: row.locale,
			path: `${above.get(row.subject_id)?.path ?? `/${locale}`}?at=${row.id}#c-${row.id}`,
			short: `/${locale}/c/${row.id}`,
			visible: row.state === 'published' && (above.get(row.subject_id)?.visible ?? false),
		}));
	},
	text: {
		async read(tx, id) {
			const row = await tx
				.selectFrom('contribution')
				.innerJoin('thread', 'thread.id', 'contribution.thread_id')
				.selectAll('contribution')
				.select(['subject_kind', 'subject_id'])
				.where('contribution.id', '=', id)
				.executeTakeFirst();
			if (!row) return null;
			return {
				spaceId: row.space_id,
				locale: row.locale,
				title: null,
				text: row.text,
				state: row.state,
				at: row.created_at,
				author: { kind: row.author_kind === 'guest' ? 'guest' : 'person', id: row.author_id },
				under: { kind: row.subject_kind, id: row.subject_id },
			};
		},
		move: (tx, id, to) => moveContribution(tx, id, to),
		async recent(tx, { spaceId, since, limit, authors }) {
			const rows = await tx
				.selectFrom('contribution')
				.select(['id', 'text', 'author_id', 'created_at'])
				.where('space_id', '=', spaceId)
				.where('created_at', '>', since)
				.where('state', 'in', ['published', 'held', 'refused'])
				.$if(authors !== undefined, (query) => query.where('author_id', 'in', authors!))
				.orderBy('created_at', 'desc')
				.limit(limit)
				.execute();
			return rows.map((row) => ({ id: row.id, text: row.text, authorId: row.author_id, at: row.created_at }));
		},
		byAuthor: (tx, authorId) =>
			tx.selectFrom('contribution').select(['id', 'state']).where('author_id', 'in', [authorId].flat()).execute(),
	},
};

/** Where a contribution's permalink leads; refuses what does not exist. */
export async function permalinkOf(
	db: Parameters<typeof describeSubjects>[0],
	id: string,
	locale: string,
): Promise<string> {
	const view = (await describeSubjects(db, [{ kind: 'contribution', id }], locale)).get(id);
	return view?.visible ? view.path : refuse('subject.not_found');
}
