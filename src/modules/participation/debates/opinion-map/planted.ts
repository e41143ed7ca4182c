// Debates made up with groups that are known, to measure the map by.
import { seededRandom } from '#platform/random.ts';
import type { Stance, Vote } from './votes.ts';

export interface Plan {
	seed: number;
	participants: number;
	statements: number;
	/** Share of each group; they add up to 1. */
	shares: readonly number[];
	/** Share of all places that are voted on. */
	filled: number;
	/** How often somebody votes against the opinion of the own group, and how often one passes. */
	noise: number;
	passes: number;
}

/** Votes of a planted debate in turn; the group of participant "n" is `groupOf[n]` once all are told. */
export function planted(plan: Plan): { votes: Iterable<Vote>; groupOf: number[] } {
	const groupOf: number[] = [];
	return { votes: told(plan, groupOf), groupOf };
}

function* told(plan: Plan, groupOf: number[]): Generator<Vote> {
	const random = seededRandom(plan.seed);
	const opinions = plan.shares.map(() => Array.from({ length: plan.statements }, () => (random() < 0.5 ? 1 : -1)));
	let at = 0;
	for (let who = 0; who < plan.participants; who++) {
		let left = random();
		let group = 0;
		while (group < plan.shares.length - 1 && left > plan.shares[group]!) left -= plan.shares[group++]!;
		groupOf.push(group);
		for (let statement = 0; statement < plan.statements; statement++) {
			if (random() > plan.filled) continue;
			const own = opinions[group]![statement]! * (random() < plan.noise ? -1 : 1);
			const stance = (random() < plan.passes ? 0 : own) as Stance;
			yield { participant: String(who), statement: String(statement), stance, at: at++ };
		}
	}
}
