// Writes facts into the log inside the act's own transaction and wakes the listeners at its commit.
import { sql } from 'kysely';
import type { Fact, Origin } from '#platform/fact.ts';
import { newId } from '#platform/ids.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '../db.ts';
import './schema.ts';

export interface Occasion {
	actor: Actor;
	spaceId: string | null;
	now: Date;
	origin: Origin;
	cause?: string | undefined;
}

/** The channel on which committed facts are announced; the payload is a JSON list of [space, type, subject, reach]. */
export const factsChannel = 'joussour_facts';

/** Appends facts; returns their ids. Called by the runner only. */
export async function recordFacts(tx: Tx, occasion: Occasion, facts: readonly Fact[]): Promise<string[]> {
	if (facts.length === 0) return [];
	const { actor, spaceId, now, origin, cause } = occasion;
	const rows = facts.map((fact) => ({
		id: newId(now.getTime()),
		pos: null,
		space_id: fact.spaceId ?? spaceId,
		actor_kind: actor.kind,
		actor_id: actor.id,
		type: fact.type,
		v: fact.v,
		reach: fact.reach,
		subject: fact.subject,
		data: JSON.stringify(fact.data),
		cause: cause ?? null,
		origin,
		at: now,
	}));
	await tx.insertInto('activity').values(rows).execute();
	const news = JSON.stringify(
		facts.slice(0, 20).map((fact) => [fact.spaceId ?? spaceId, fact.type, fact.subject, fact.reach]),
	);
	await sql`select pg_notify(${factsChannel}, ${news})`.execute(tx);
	return rows.map((row) => row.id);
}
