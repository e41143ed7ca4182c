// Small elections by chance, made so that ties, empty ballots, free projects and shares that do not divide are common.
import fc from 'fast-check';
import type { Ballot, Election, Project } from '../election.ts';

interface Drawn {
	costs: number[];
	budget: number;
	cast: { chosen: number[]; count: number }[];
	unit: number;
	threshold: number | null;
}

const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 1, max: 6 }).chain((many) =>
	fc.record({
		costs: fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 10, 10, 20, 30)), {
			minLength: many,
			maxLength: many,
		}),
		budget: fc.integer({ min: 0, max: 90 }),
		cast: fc.array(
			fc.record({
				chosen: fc.uniqueArray(fc.integer({ min: 0, max: many - 1 })),
				count: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 2, max: 5 })),
			}),
			{ minLength: 1, maxLength: 7 },
		),
		unit: fc.constantFrom(1, 1, 1, 10),
		threshold: fc.constantFrom(null, null, null, 2),
	}),
);

/** Ids are letters, so that they do not tell the place. */
export const elections: fc.Arbitrary<Election> = drawn.map(({ costs, budget, cast, unit, threshold }) => ({
	voteType: 'approval',
	unit,
	budget,
	projects: costs.map((cost, place): Project => ({ id: 'abcdef'[place]!, cost })),
	ballots: cast.map(({ chosen, count }): Ballot => ({ projects: chosen, points: chosen.map(() => 1), count })),
	pointUnit: 1,
	defaultScore: 0,
	threshold,
}));

/** Ways of putting a list into another order. */
export const ways: fc.Arbitrary<number[]> = fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 });

export function shuffled<T>(list: readonly T[], way: readonly number[]): T[] {
	const left = [...list];
	return list.map((_, i) => left.splice(way[i % way.length]! % left.length, 1)[0]!);
}
