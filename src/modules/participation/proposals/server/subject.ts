// Proposals as subjects: their titles and addresses, and how moderation reads and moves them.
import { anonymous } from '#platform/actor.ts';
import type { SubjectKind } from '#platform/server/subjects.ts';
import { mayRead } from '../policy.ts';
import { authorsOf } from './concerned.ts';
import { moveProposal } from './store.ts';
import './schema.ts';

export const proposalSubject: SubjectKind = {
	kind: 'proposal',
	authors: authorsOf,
	async describe(db, ids, locale) {
		if (ids.length === 0) return [];
		const rows = await db
			.selectFrom('proposal')
			.innerJoin('process', 'process.id', 'proposal.process_id')
			.innerJoin('space', 'space.id', 'proposal.space_id')
			.select([
				'proposal.id',
				'proposal.space_id',
				'proposal.title',
				'proposal.locale',
				'proposal.state',
				'number',
				'process.address',
				'process.state as processState',
				'space.address as space',
			])
			.where('proposal.id', 'in', ids)
			.execute();
		return rows.map((row) => ({
			id: row.id,
			spaceId: row.space_id,
			title: row.title,
			locale: row.locale,
			visible: mayRead(anonymous, { ...row, authorKind: '', authorId: '' }) === null,
			path: `/${locale}/s/${row.space}/p/${row.address}/${row.number}`,
		}));
	},
	text: {
		async read(tx, id) {
			const row = await tx.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst();
			if (!row) return null;
			return {
				spaceId: row.space_id,
				locale: row.locale,
				title: row.title,
				text: row.text,
				place: row.place,
				state: row.state,
				at: row.created_at,
				under: null,
				author: { kind: row.author_kind === 'guest' ? 'guest' : 'person', id: row.author_id },
			};
		},
		move: (tx, id, to) => moveProposal(tx, id, to),
		async recent(tx, { spaceId, since, limit, authors }) {
			const rows = await tx
				.selectFrom('proposal')
				.select(['id', 'title', 'text', 'author_id', 'created_at'])
				.where('space_id', '=', spaceId)
				.where('created_at', '>', since)
				.where('state', 'in', ['published', 'held', 'refused'])
				.$if(authors !== undefined, (query) => query.where('author_id', 'in', authors!))
				.orderBy('created_at', 'desc')
				.limit(limit)
				.execute();
			return rows.map((row) => ({
				id: row.id,
				text: `${row.title}\n${row.text}`,
				authorId: row.author_id,
				at: row.created_at,
			}));
		},
		byAuthor: (tx, authorId) =>
			tx.selectFrom('proposal').select(['id', 'state']).where('author_id', 'in', [authorId].flat()).execute(),
	},
};
