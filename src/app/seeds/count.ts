// What an installation holds, in figures: what `joussour demo` prints and what its test compares.
import type { Db, Tables } from '#platform/server/db.ts';

const counted = {
	territories: 'territory',
	spaces: 'space',
	people: 'person',
	works: 'work',
	contributions: 'contribution',
	cases: 'moderation_case',
	decisions: 'decision',
	proposals: 'proposal',
	supports: 'support',
	answers: 'answer',
	commitments: 'commitment',
	facts: 'activity',
} as const satisfies Record<string, keyof Tables>;

export type Counts = Record<keyof typeof counted, number>;

/** Rows of every kind of thing. */
export async function countAll(db: Db): Promise<Counts> {
	const found: Partial<Counts> = {};
	for (const name of Object.keys(counted) as (keyof Counts)[])
		found[name] = (
			await db
				.selectFrom(counted[name])
				.select(({ fn }) => fn.countAll<number>().as('n'))
				.executeTakeFirstOrThrow()
		).n;
	return found as Counts;
}
