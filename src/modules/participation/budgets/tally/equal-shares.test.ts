// Equal shares against the definition written out slowly, and the properties a count must have.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Election, standingOf } from './election.ts';
import { equalShares } from './equal-shares.ts';
import { elections, shuffled, ways } from './test/elections.ts';
import { literalShares } from './test/literal.ts';

const idsOf = ({ projects }: Election, places: readonly number[]): string[] =>
	places.map((place) => projects[place]!.id);

test('equal shares is the definition, on 10,000 small elections', () => {
	fc.assert(
		fc.property(elections, (election) => {
			const { winners, added } = equalShares(election, standingOf(election));
			expect({ winners, added }).toEqual(literalShares(election));
		}),
		{ numRuns: 10_000 },
	);
});

/** The same in a currency of smaller units, so that many are added; now and then two projects that differ by one. */
const finer = fc
	.tuple(elections, fc.constantFrom(3, 9, 31), fc.boolean())
	.map(([election, times, apart]): Election => ({
		...election,
		budget: election.budget * times,
		projects: election.projects.map(({ id, cost }, i) => ({ id, cost: cost * times + (apart && i === 0 ? 1 : 0) })),
	}));

test('rounds that are passed over would have bought the same: still the definition, unit by unit', () => {
	let long = 0;
	fc.assert(
		fc.property(finer, (election) => {
			const { winners, added } = equalShares(election, standingOf(election));
			if (added! > 20) long++;
			expect({ winners, added }).toEqual(literalShares(election));
		}),
		{ numRuns: 600, seed: 6 },
	);
	expect(long).toBeGreaterThan(50);
});

test('a handful of voters share millions in a moment, and miss no unit', () => {
	const ballots = [[0, 1], [0, 1, 2], [1, 3], [2, 3], [0]].map((projects) => ({
		projects,
		points: projects.map(() => 1),
		count: 1,
	}));
	const costs = [4_000_001, 2_999_999, 2_500_000, 3_700_000];
	const election: Election = {
		voteType: 'approval',
		unit: 1,
		budget: 10_000_000,
		projects: costs.map((cost, i) => ({ id: `p${i}`, cost })),
		ballots,
		pointUnit: 1,
		defaultScore: 0,
		threshold: null,
	};
	const { winners, added } = equalShares(election, standingOf(election));
	const sumAt = (more: number): number =>
		literalShares({ ...election, budget: 10_000_000 + more * 5 }, 0).winners.reduce((sum, i) => sum + costs[i]!, 0);
	expect([winners, sumAt(added!) <= 10_000_000, sumAt(added! + 1) > 10_000_000]).toEqual([[1, 0], true, true]);
	expect(added).toBeGreaterThan(100_000);
});

test('deciding by fractions alone, and playing every round, gives the same outcome, reasons and ties', () => {
	fc.assert(
		fc.property(finer, (election) => {
			const standing = standingOf(election);
			expect(equalShares(election, standing, { exactly: true })).toEqual(equalShares(election, standing));
		}),
		{ numRuns: 700 },
	);
});

test('the outcome never costs more than the budget, and what is unpaid lacks something', () => {
	fc.assert(
		fc.property(elections, (election) => {
			const { winners, why } = equalShares(election, standingOf(election));
			expect(winners.reduce((sum, place) => sum + election.projects[place]!.cost, 0)).toBeLessThanOrEqual(
				election.budget,
			);
			expect(new Set(winners).size).toBe(winners.length);
			for (const reason of why)
				if (reason.code === 'unpaid') expect(Math.min(reason.missing, reason.supportersMissing)).toBeGreaterThan(0);
		}),
		{ numRuns: 10_000 },
	);
});

test('the order of ballots changes nothing, that of projects only declared ties', () => {
	fc.assert(
		fc.property(elections, ways, (election, way) => {
			const standing = standingOf(election);
			const first = equalShares(election, standing);
			const mixed: Election = { ...election, ballots: shuffled(election.ballots, way) };
			expect(equalShares(mixed, standingOf(mixed))).toEqual(first);
			const order = shuffled([...election.projects.keys()], way);
			const turned: Election = {
				...election,
				projects: order.map((place) => election.projects[place]!),
				ballots: election.ballots.map((ballot) => ({
					...ballot,
					projects: ballot.projects.map((place) => order.indexOf(place)),
				})),
			};
			const again = equalShares(turned, standingOf(turned));
			if ([...first.ties, ...first.otherTies].some(({ by }) => by === 'order')) return;
			expect(idsOf(turned, again.winners).sort()).toEqual(idsOf(election, first.winners).sort());
		}),
		{ numRuns: 10_000 },
	);
});

test('sums beyond 2^53 are counted by fractions, as they are below', () => {
	const election: Election = {
		voteType: 'approval',
		unit: 2 ** 45,
		budget: 90 * 2 ** 45,
		projects: [
			{ id: 'well', cost: 60 * 2 ** 45 },
			{ id: 'road', cost: 40 * 2 ** 45 },
			{ id: 'tree', cost: 30 * 2 ** 45 },
		],
		ballots: [
			{ projects: [0, 1], points: [1, 1], count: 200 },
			{ projects: [2], points: [1], count: 100 },
		],
		pointUnit: 1,
		defaultScore: 0,
		threshold: null,
	};
	const small: Election = {
		...election,
		unit: 1,
		budget: 90,
		projects: election.projects.map(({ id, cost }) => ({ id, cost: cost / 2 ** 45 })),
	};
	expect(equalShares(election, standingOf(election)).winners).toEqual(equalShares(small, standingOf(small)).winners);
	expect(equalShares(small, standingOf(small)).winners).toEqual(literalShares(small).winners);
});
