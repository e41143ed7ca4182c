// The only SQL that writes threads and contributions.
import { sql } from 'kysely';
import type { Fact } from '#platform/fact.ts';
import { newId } from '#platform/ids.ts';
import { refuse } from '#platform/refusal.ts';
import type { Tx } from '#platform/server/db.ts';
import type { Standing } from '#platform/server/subjects.ts';
import type { Authored, ContributionState } from '../contribution.ts';
import { contributionHidden, contributionPublished } from '../facts.ts';
import './schema.ts';

export interface Thread {
	id: string;
	spaceId: string;
	subjectKind: string;
	subjectId: string;
	open: boolean;
}

/** The thread of a subject, made when there is none. */
export async function openThread(
	tx: Tx,
	subject: { spaceId: string; subjectKind: string; subjectId: string },
): Promise<string> {
	const id = newId();
	await tx
		.insertInto('thread')
		.values({ id, space_id: subject.spaceId, subject_kind: subject.subjectKind, subject_id: subject.subjectId })
		.onConflict((conflict) => conflict.column('subject_id').doNothing())
		.execute();
	return (
		await tx.selectFrom('thread').select('id').where('subject_id', '=', subject.subjectId).executeTakeFirstOrThrow()
	).id;
}

export async function threadOf(tx: Tx, spaceId: string | null, subjectId: string): Promise<Thread> {
	const row = await tx
		.selectFrom('thread')
		.selectAll()
		.where('subject_id', '=', subjectId)
		.where('space_id', '=', spaceId)
		.executeTakeFirst();
	if (!row) refuse('subject.not_found');
	return {
		id: row.id,
		spaceId: row.space_id,
		subjectKind: row.subject_kind,
		subjectId: row.subject_id,
		open: row.open,
	};
}

export interface Held extends Authored {
	id: string;
	spaceId: string;
	threadId: string;
	parentId: string | null;
	subjectKind: string;
	subjectId: string;
	locale: string;
	text: string;
	v: number;
}

/** A contribution of this space, locked for the act. */
export async function takeContribution(tx: Tx, spaceId: string | null, id: string): Promise<Held> {
	const row = await tx
		.selectFrom('contribution')
		.innerJoin('thread', 'thread.id', 'contribution.thread_id')
		.selectAll('contribution')
		.select(['thread.subject_kind', 'thread.subject_id'])
		.where('contribution.id', '=', id)
		.$if(spaceId !== null, (query) => query.where('contribution.space_id', '=', spaceId!))
		.forUpdate('contribution')
		.executeTakeFirst();
	if (!row) refuse('subject.not_found');
	return {
		id: row.id,
		spaceId: row.space_id,
		threadId: row.thread_id,
		parentId: row.parent_id,
		subjectKind: row.subject_kind,
		subjectId: row.subject_id,
		locale: row.locale,
		text: row.text,
		v: row.v,
		authorKind: row.author_kind,
		authorId: row.author_id,
		state: row.state,
		createdAt: row.created_at,
	};
}

export interface NewContribution {
	id: string;
	spaceId: string;
	threadId: string;
	parentId: string | null;
	authorKind: string;
	authorId: string;
	locale: string;
	text: string;
	state: ContributionState;
	asSpace?: boolean;
	now: Date;
}

export async function addContribution(tx: Tx, given: NewContribution): Promise<void> {
	await tx
		.insertInto('contribution')
		.values({
			id: given.id,
			space_id: given.spaceId,
			thread_id: given.threadId,
			parent_id: given.parentId,
			author_kind: given.authorKind,
			author_id: given.authorId,
			locale: given.locale,
			text: given.text,
			state: given.state,
			created_at: given.now,
			edited_at: null,
			as_space: given.asSpace ?? false,
		})
		.execute();
	if (given.state === 'published') await count(tx, given.threadId, 1);
}

const count = (tx: Tx, threadId: string, by: number) =>
	tx
		.updateTable('thread')
		.set({ published: sql`published + ${by}` })
		.where('id', '=', threadId)
		.execute();

/** Changes the state and keeps the thread's count true. */
export async function setContributionState(tx: Tx, held: Held, state: ContributionState): Promise<void> {
	if (held.state === state) return;
	await tx
		.updateTable('contribution')
		.set({ state, v: sql`v + 1` })
		.where('id', '=', held.id)
		.execute();
	if (held.state === 'published') await count(tx, held.threadId, -1);
	if (state === 'published') await count(tx, held.threadId, 1);
}

export const whereabouts = (held: Pick<Held, 'threadId' | 'subjectKind' | 'subjectId' | 'locale'>) => ({
	threadId: held.threadId,
	subjectKind: held.subjectKind,
	subjectId: held.subjectId,
	locale: held.locale,
});

async function parentAuthor(tx: Tx, parentId: string | null): Promise<string | null> {
	if (!parentId) return null;
	const parent = await tx
		.selectFrom('contribution')
		.select(['author_kind', 'author_id'])
		.where('id', '=', parentId)
		.executeTakeFirst();
	return parent?.author_kind === 'person' ? parent.author_id : null;
}

/** The fact of a contribution becoming visible, with whom to tell. */
export const publishedFact = async (
	tx: Tx,
	held: Pick<Held, 'id' | 'threadId' | 'subjectKind' | 'subjectId' | 'locale' | 'parentId'>,
): Promise<Fact> =>
	contributionPublished(held.id, { ...whereabouts(held), parentAuthorId: await parentAuthor(tx, held.parentId) });

/** Moves a contribution in or out of sight by a decision. Withdrawn and erased ones stay away. */
export async function moveContribution(tx: Tx, id: string, to: Standing): Promise<Fact[]> {
	const held = await takeContribution(tx, null, id);
	if (held.state === to || held.state === 'withdrawn' || held.state === 'erased') return [];
	await setContributionState(tx, held, to);
	if (to === 'published') return [await publishedFact(tx, held)];
	return held.state === 'published' ? [contributionHidden(held.id, whereabouts(held))] : [];
}

/** Forgets the words of a person everywhere; the place of each published one stays and stays counted, no other gets one. */
export async function eraseContributions(tx: Tx, personId: string): Promise<void> {
	await tx
		.updateTable('contribution')
		.set({
			text: '',
			state: sql<ContributionState>`case when state in ('published', 'erased') then 'erased' else 'withdrawn' end`,
		})
		.where('author_kind', '=', 'person')
		.where('author_id', '=', personId)
		.execute();
}
