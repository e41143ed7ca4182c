// What the public said and nobody of the staff has answered: the community manager's list, oldest first.
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/server/db.ts';
import { describeSubjects } from '#platform/server/subjects.ts';
import { inherited } from '#foundations/spaces/index.ts';
import { readSpaceTree, withAncestors } from '#foundations/spaces/server/index.ts';
import { namesOf } from '#foundations/accounts/server/index.ts';
import './schema.ts';

/** Nobody waits for an answer longer than this; what is older is a closed conversation. */
export const answerDays = 30;
const day = 86_400_000;

/** Everybody with a role in a space, own or from above; never empty: the space stands for itself. */
async function staffOf(db: Db | Tx, spaceId: string): Promise<string[]> {
	const above = withAncestors(await readSpaceTree(db), spaceId);
	const rows = await db
		.selectFrom('membership')
		.select('person_id')
		.distinct()
		.where('space_id', 'in', above)
		.where((eb) => eb.or([eb('space_id', '=', spaceId), eb('role', 'in', inherited)]))
		.execute();
	return [spaceId, ...rows.map((row) => row.person_id)];
}

/** Published contributions of the last month in open threads. */
const recent = (db: Db | Tx, spaceId: string, now: Date) =>
	db
		.selectFrom('contribution as c')
		.innerJoin('thread', 'thread.id', 'c.thread_id')
		.where('c.space_id', '=', spaceId)
		.where('c.state', '=', 'published')
		.where('c.created_at', '>', new Date(now.getTime() - answerDays * day))
		.where('thread.open', '=', true);

/** What these contributions stand under, as far as the public sees it: under what is withdrawn or hidden nobody can answer. */
async function subjectsInSight(db: Db | Tx, spaceId: string, now: Date): Promise<string[]> {
	const subjects = await recent(db, spaceId, now)
		.select(['thread.subject_kind as kind', 'thread.subject_id as id'])
		.distinct()
		.execute();
	// Only whether they are seen is asked, which is the same in every language.
	const views = await describeSubjects(db, subjects, 'fr');
	return [...views.values()].filter(({ visible }) => visible).map(({ id }) => id);
}

/**
 * Contributions of the last month that speak to the space, in sight: first words, replies to its staff, and questions. Not
 * those of staff, nor those that a member of the staff has replied to or set aside.
 */
async function unanswered(db: Db | Tx, spaceId: string, now: Date) {
	const staff = await staffOf(db, spaceId);
	const subjects = await subjectsInSight(db, spaceId, now);
	return recent(db, spaceId, now)
		.where('thread.subject_id', '=', sql<string>`any(${subjects}::uuid[])`)
		.where('c.author_id', 'not in', staff)
		.where((eb) =>
			eb.or([
				eb('c.parent_id', 'is', null),
				eb('c.text', '~', '[?؟]'),
				eb.exists(
					eb
						.selectFrom('contribution as above')
						.select('above.id')
						.whereRef('above.id', '=', 'c.parent_id')
						.where('above.author_id', 'in', staff),
				),
			]),
		)
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('contribution as reply')
						.select('reply.id')
						.whereRef('reply.thread_id', '=', 'c.thread_id')
						.whereRef('reply.parent_id', '=', 'c.id')
						.where('reply.state', '=', 'published')
						.where('reply.author_id', 'in', staff),
				),
			),
		)
		.where((eb) =>
			eb.not(eb.exists(eb.selectFrom('set_aside').select('contribution_id').whereRef('contribution_id', '=', 'c.id'))),
		);
}

/** Some of them, with whoever spoke and what it stands under. */
export async function listUnanswered(
	db: Db | Tx,
	spaceId: string,
	now: Date,
	page: { limit: number; offset?: number },
) {
	const rows = await (
		await unanswered(db, spaceId, now)
	)
		.select([
			'c.id',
			'c.text',
			'c.locale',
			'c.created_at',
			'c.author_kind',
			'c.author_id',
			'subject_kind',
			'subject_id',
		])
		.orderBy('c.created_at')
		.orderBy('c.id')
		.limit(page.limit)
		.offset(page.offset ?? 0)
		.execute();
	const names = await namesOf(
		db,
		rows.map((row) => ({ kind: row.author_kind, id: row.author_id })),
	);
	return rows.map((row) => ({
		id: row.id,
		text: row.text,
		locale: row.locale,
		at: row.created_at,
		name: names.get(row.author_id) || null,
		subject: { kind: row.subject_kind, id: row.subject_id },
	}));
}

/** How many there are, and how many of them came before a moment. */
export async function countUnanswered(db: Db | Tx, spaceId: string, now: Date, lateBefore: Date) {
	return (await unanswered(db, spaceId, now))
		.select(({ fn }) => [
			fn.countAll<number>().as('count'),
			fn
				.countAll<number>()
				.filterWhere(sql<Date>`c.created_at`, '<', lateBefore)
				.as('late'),
		])
		.executeTakeFirstOrThrow();
}
