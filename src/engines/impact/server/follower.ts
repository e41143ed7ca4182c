// Moves the daily counters fact by fact; the follower's cursor makes each fact count once.
import { sql } from 'kysely';
import type { Recorded } from '#platform/fact.ts';
import { type Follower, holdFollower, placeFollower, readFacts } from '#platform/server/activity/index.ts';
import type { Db, Tx } from '#platform/server/db.ts';
import { dayOf } from '#platform/time.ts';
import { rules } from './rules.ts';
import './schema.ts';

/** Zones of spaces, kept for one run over the log. */
type Zones = Map<string, string>;

async function zoneOf(tx: Tx, spaceId: string, zones: Zones): Promise<string> {
	const known = zones.get(spaceId);
	if (known) return known;
	const zone =
		(await tx.selectFrom('space').select('zone').where('id', '=', spaceId).executeTakeFirst())?.zone ?? 'UTC';
	zones.set(spaceId, zone);
	return zone;
}

async function count(tx: Tx, fact: Recorded, spaceId: string, zones: Zones): Promise<void> {
	let day: string | null = null;
	for (const rule of rules()) {
		for (const source of rule.counts) {
			if (source.fact !== fact.type) continue;
			const n = source.by ? source.by(fact) : 1;
			if (n === 0) continue;
			day ??= dayOf(fact.at, await zoneOf(tx, spaceId, zones));
			await tx
				.insertInto('counter')
				.values({ space_id: spaceId, indicator: rule.name, day, part: source.part?.(fact) ?? '', n })
				.onConflict((conflict) =>
					conflict.columns(['space_id', 'indicator', 'day', 'part']).doUpdateSet({ n: sql`counter.n + excluded.n` }),
				)
				.execute();
		}
		for (const source of rule.samples ?? []) {
			if (source.fact !== fact.type) continue;
			const value = source.value(fact);
			if (value === null) continue;
			day ??= dayOf(fact.at, await zoneOf(tx, spaceId, zones));
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
	apply: async (tx, fact) => (fact.spaceId ? count(tx, fact, fact.spaceId, new Map()) : undefined),
};

/**
 * Counts the whole log afresh, in one transaction: readers see the old figures until the new ones stand. The follower waits
 * at its cursor meanwhile. Answers how many facts were read.
 */
export async function rebuildCounters(db: Db): Promise<number> {
	return db.transaction().execute(async (tx) => {
		await holdFollower(tx, counters.name);
		await tx.deleteFrom('counter').execute();
		await tx.deleteFrom('sample').execute();
		const zones: Zones = new Map();
		let [pos, read] = [0, 0];
		for (let facts = await readFacts(tx, pos, 1_000); facts.length > 0; facts = await readFacts(tx, pos, 1_000)) {
			for (const fact of facts) if (fact.spaceId) await count(tx, fact, fact.spaceId, zones);
			pos = facts.at(-1)!.pos;
			read += facts.length;
		}
		await placeFollower(tx, counters.name, pos);
		return read;
	});
}
