// Moves the daily counters fact by fact; the follower's cursor makes each fact count once.
import { sql } from 'kysely';
import type { Recorded } from '#platform/fact.ts';
import type { Follower } from '#platform/server/activity/index.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import { installation } from '#platform/server/installation.ts';
import type { IndicatorRule } from '#platform/server/room.ts';
import { dayOf } from '#platform/time.ts';
import './schema.ts';

const rules = (): IndicatorRule[] => installation().rooms.flatMap((room) => room.indicators ?? []);

async function zoneOf(tx: Tx | Db, spaceId: string): Promise<string> {
	return (await tx.selectFrom('space').select('zone').where('id', '=', spaceId).executeTakeFirst())?.zone ?? 'UTC';
}

async function count(tx: Tx, fact: Recorded, spaceId: string): Promise<void> {
	let day: string | null = null;
	for (const rule of rules()) {
		for (const source of rule.counts) {
			if (source.fact !== fact.type) continue;
			const n = source.by ? source.by(fact) : 1;
			if (n === 0) continue;
			day ??= dayOf(fact.at, await zoneOf(tx, spaceId));
			await tx
				.insertInto('counter')
				.values({ space_id: spaceId, indicator: rule.name, day, part: source.part?.(fact) ?? '', n })
				.onConflict((conflict) => conflict.columns(['space_id', 'indicator', 'day', 'part']).doUpdateSet({ n: sql`counter.n + excluded.n` }))
				.execute();
		}
		for (const source of rule.samples ?? []) {
			if (source.fact !== fact.type) continue;
			const value = source.value(fact);
			if (value === null) continue;
			day ??= dayOf(fact.at, await zoneOf(tx, spaceId));
			await tx
				.insertInto('sample')
				.values({ fact_id: fact.id, indicator: rule.name, space_id: spaceId, day, value })
				.onConflict((conflict) => conflict.columns(['fact_id', 'indicator']).doNothing())
				.execute();
		}
	}
}

export const counters: Follower = {
	name: 'counters',
	apply: async (tx, fact) => (fact.spaceId ? count(tx, fact, fact.spaceId) : undefined),
};

/** Forgets every counter and sets the follower back to the start of the log; it then counts afresh. */
export async function rebuildCounters(db: Db): Promise<void> {
	await db.transaction().execute(async (tx) => {
		await tx.selectFrom('follower').select('pos').where('name', '=', counters.name).forUpdate().execute();
		await tx.deleteFrom('counter').execute();
		await tx.deleteFrom('sample').execute();
		await tx.updateTable('follower').set({ pos: 0, error: null }).where('name', '=', counters.name).execute();
	});
}

/** The facts an indicator counts, for its page of source rows. */
export const factsOf = (indicator: string): string[] =>
	rules().filter((rule) => rule.name === indicator).flatMap((rule) => [...rule.counts.map((source) => source.fact), ...(rule.samples ?? []).map((source) => source.fact)]);

/** How much one fact adds to an indicator's counter; 0 when it does not count. */
export function countedBy(indicator: string, fact: Recorded): number {
	for (const rule of rules()) {
		if (rule.name !== indicator) continue;
		for (const source of rule.counts) if (source.fact === fact.type) return source.by ? source.by(fact) : 1;
		for (const source of rule.samples ?? []) if (source.fact === fact.type) return source.value(fact) === null ? 0 : 1;
	}
	return 0;
}
