// Followers: each reads the log in order and writes its rows in one transaction with its cursor.
import { sql } from 'kysely';
import type { Recorded } from '#platform/fact.ts';
import type { Db, Tx } from '../db.ts';
import { recordedOf } from './recorded.ts';
import './schema.ts';

export interface Follower {
	name: string;
	/** Applies one fact; must be harmless when repeated for the same fact. */
	apply(tx: Tx, fact: Recorded): Promise<void>;
}

/** Reads recorded facts after a position, in order. */
export async function readFacts(db: Db | Tx, after: number, limit: number): Promise<Recorded[]> {
	const rows = await db
		.selectFrom('activity')
		.selectAll()
		.where('pos', '>', after)
		.orderBy('pos')
		.limit(limit)
		.execute();
	return rows.map(recordedOf);
}

/** Whether a fact waits for its number, or one of these followers for a fact: one small question for the quiet hours. */
export async function somethingWaits(db: Db, followers: readonly string[]): Promise<boolean> {
	const { rows } = await sql<{ waits: boolean }>`
		select exists(select 1 from activity where pos is null)
			or (select count(*) from follower where name = any(${followers}::text[]) and pos >= (select last from sequencer))
				< ${followers.length}::bigint as waits`.execute(db);
	return rows[0]?.waits ?? true;
}

/** Moves one follower forward by at most `batch` facts; returns how many. Another process holding it means 0. */
export async function follow(db: Db, follower: Follower, now: Date, batch = 200): Promise<number> {
	await db
		.insertInto('follower')
		.values({ name: follower.name, pos: 0, error: null, moved_at: null })
		.onConflict((conflict) => conflict.column('name').doNothing())
		.execute();
	return db.transaction().execute(async (tx) => {
		const cursor = await tx
			.selectFrom('follower')
			.select('pos')
			.where('name', '=', follower.name)
			.forUpdate()
			.skipLocked()
			.executeTakeFirst();
		if (!cursor) return 0;
		const facts = await readFacts(tx, cursor.pos, batch);
		for (const fact of facts) await follower.apply(tx, fact);
		const last = facts.at(-1);
		if (last)
			await tx
				.updateTable('follower')
				.set({ pos: last.pos, error: null, moved_at: now })
				.where('name', '=', follower.name)
				.execute();
		return facts.length;
	});
}

/** Notes why a follower stands still, for the health page. */
export async function noteFollowerError(db: Db, name: string, error: unknown): Promise<void> {
	const text = error instanceof Error ? error.message : String(error);
	await db
		.updateTable('follower')
		.set({ error: text.slice(0, 500) })
		.where('name', '=', name)
		.execute();
}

/** Facts committed but not yet seen by each follower. */
export async function followerLag(
	db: Db,
): Promise<{ name: string; lag: number; error: string | null; movedAt: Date | null }[]> {
	const { last } = await db.selectFrom('sequencer').select('last').executeTakeFirstOrThrow();
	const rows = await db.selectFrom('follower').selectAll().orderBy('name').execute();
	return rows.map((row) => ({ name: row.name, lag: last - row.pos, error: row.error, movedAt: row.moved_at }));
}

/** Takes a follower's cursor, locked for this transaction, so that its rows can be made anew. */
export async function holdFollower(tx: Tx, name: string): Promise<void> {
	await tx
		.insertInto('follower')
		.values({ name, pos: 0, error: null, moved_at: null })
		.onConflict((conflict) => conflict.column('name').doNothing())
		.execute();
	await tx.selectFrom('follower').select('pos').where('name', '=', name).forUpdate().execute();
}

/** Puts a held follower at a position. */
export async function placeFollower(tx: Tx, name: string, pos: number): Promise<void> {
	await tx.updateTable('follower').set({ pos, error: null }).where('name', '=', name).execute();
}
