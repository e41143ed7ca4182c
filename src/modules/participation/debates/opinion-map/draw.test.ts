// The map of opinions: what it must find, and what must not change it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustedRand } from './agreement.ts';
import { drawMap, type Drawing } from './draw.ts';
import { planted, type Plan } from './planted.ts';
import { castVote, noVotes, type Stance, type Vote } from './votes.ts';

const tableOf = (votes: Iterable<Vote>) => {
	const table = noVotes();
	for (const vote of votes) castVote(table, vote);
	return table;
};
const byHand = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((participant, n): Vote[] => [
	{ participant, statement: 'market', stance: n < 3 ? 1 : -1, at: 1 },
	{ participant, statement: 'car park', stance: n < 3 ? -1 : 1, at: 2 },
	{ participant, statement: 'lamps', stance: 1, at: 3 },
]);
const plan: Plan = {
	seed: 5,
	participants: 300,
	statements: 100,
	shares: [0.6, 0.3, 0.1],
	filled: 0.4,
	noise: 0.15,
	passes: 0.1,
};
const membership = ({ map }: Drawing) => map.projection.map(({ group }) => group);

test('the worked example of the README', () => {
	const { map } = drawMap(tableOf(byHand));
	expect(map.groups.map(({ members }) => members).sort()).toEqual([
		['a', 'b', 'c'],
		['d', 'e', 'f'],
	]);
	expect(map.statements.map(({ id, groupInformedConsensus }) => [id, groupInformedConsensus])).toEqual([
		['car park', expect.closeTo(0.16, 12)],
		['lamps', expect.closeTo(0.64, 12)],
		['market', expect.closeTo(0.16, 12)],
	]);
	const first = map.groups.find(({ members }) => members.includes('a'))!;
	expect(first.representative).toEqual([
		{ id: 'market', for: 'agree', metric: expect.closeTo(14.0217, 4) as number, stand: 3, seen: 3 },
		{ id: 'car park', for: 'disagree', metric: expect.closeTo(14.0217, 4) as number, stand: 3, seen: 3 },
	]);
});

test.each([
	['all reject all', [-1, -1], [{ for: 'disagree', stand: 1 }]],
	['all accept all', [1, 1], [{ for: 'agree', stand: 1 }]],
	['all pass', [0, 0], []],
] as const)('a group stands for nothing that it did not vote: %s', (_, stances, expected) => {
	const votes = ['p', 'q', 'r'].flatMap((participant) =>
		stances.map((stance, n): Vote => ({ participant, statement: `s${n}`, stance, at: n })),
	);
	for (const { representative, size } of drawMap(tableOf(votes)).map.groups)
		expect(representative).toMatchObject(expected.map((one) => ({ ...one, stand: size, seen: size })));
});

describe('planted groups', () => {
	test.each([
		['two', { ...plan, shares: [0.5, 0.5] }],
		['three of unlike size', plan],
		['three, with few votes each', { ...plan, participants: 900, filled: 0.3 }],
	])('%s are found', (_, made) => {
		const { votes, groupOf } = planted(made);
		const drawing = drawMap(tableOf(votes));
		const grouped = drawing.map.projection.filter(({ group }) => group !== null);
		expect(
			adjustedRand(
				grouped.map(({ id }) => groupOf[Number(id)]),
				grouped.map(({ group }) => group),
			),
		).toBeGreaterThan(0.9);
	});
});

describe('replaying', () => {
	const votes = [...planted({ ...plan, participants: 60, statements: 20 }).votes];

	test('the same votes in any order and the same seed give the same bytes', () => {
		const first = JSON.stringify(drawMap(tableOf(votes), { seed: 7 }).map);
		const order = fc.shuffledSubarray(votes, { minLength: votes.length });
		fc.assert(
			fc.property(order, (shuffled) => JSON.stringify(drawMap(tableOf(shuffled), { seed: 7 }).map) === first),
			{ numRuns: 15 },
		);
	});

	test('of several votes of one person on one statement the latest counts, once, whatever order they come in', () => {
		const changed = votes.map((vote): Vote => ({ ...vote, stance: -vote.stance as Stance, at: vote.at - 10_000 }));
		const twice = JSON.stringify(drawMap(tableOf([...votes, ...changed])).map);
		expect(twice).toBe(JSON.stringify(drawMap(tableOf(votes)).map));
	});

	test('who is banned and what is taken out is as if it had never been', () => {
		const participants = new Set(['3', '17', '40']);
		const statements = new Set(['2', '11']);
		const without = votes.filter((one) => !participants.has(one.participant) && !statements.has(one.statement));
		expect(drawMap(tableOf(votes), { participants, statements }).map).toEqual(drawMap(tableOf(without)).map);
	});
});

describe('drawing on', () => {
	test('vote by vote keeps tallies exact, directions as if drawn afresh and groups by their numbers', () => {
		const votes = [...planted(plan).votes];
		const [earlier, later] = [votes.slice(0, -40), votes.slice(-40)];
		const table = tableOf(earlier);
		let drawing = drawMap(table);
		for (const vote of later) {
			castVote(table, vote);
			const next = drawMap(table, {}, drawing);
			const stayed = drawing.map.projection.filter(({ id, group }) => group !== null && next.groupOf.get(id) !== group);
			expect(stayed.length).toBeLessThan(10);
			drawing = next;
		}
		const fresh = drawMap(tableOf(votes));
		expect(drawing.products?.products).toEqual(fresh.products?.products);
		const counted = ({ map }: Drawing) =>
			map.statements.map(({ agrees, disagrees, passes }) => [agrees, disagrees, passes]);
		expect(counted(drawing)).toEqual(counted(fresh));
		expect(adjustedRand(membership(drawing), membership(fresh))).toBeGreaterThan(0.9);
		const apart = drawing.map.projection.map(({ x, y }, i) => {
			const { x: otherX, y: otherY } = fresh.map.projection[i]!;
			return Math.abs(Math.abs(x) - Math.abs(otherX)) + Math.abs(Math.abs(y) - Math.abs(otherY));
		});
		expect(Math.max(...apart)).toBeLessThan(1e-4);
	});
});

test('any votes make a map whose figures add up', () => {
	const vote = fc.record<Vote>({
		participant: fc.integer({ min: 0, max: 30 }).map(String),
		statement: fc.constantFrom('a', 'b', 'c', 'd', '1', '10', '9'),
		stance: fc.constantFrom<Stance>(1, 0, -1),
		at: fc.integer({ min: 0, max: 9 }),
	});
	fc.assert(
		fc.property(fc.array(vote, { maxLength: 120 }), fc.integer(), (votes, seed) => {
			const { map } = drawMap(tableOf(votes), { seed });
			const cast = new Set(votes.map(({ participant, statement }) => `${participant} ${statement}`)).size;
			const told = map.statements.reduce((sum, { agrees, disagrees, passes }) => sum + agrees + disagrees + passes, 0);
			const members = map.groups.flatMap((group) => group.members);
			expect(told).toBe(cast);
			expect(map.participants).toBe(new Set(votes.map(({ participant }) => participant)).size);
			expect(new Set(members).size).toBe(members.length);
			expect(members.length).toBeGreaterThanOrEqual(Math.min(15, map.participants));
			expect(
				map.groups.every(({ size, members: { length }, id }, at) => size === length && size > 0 && id === at),
			).toBe(true);
			expect(map.projection.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
		}),
		{ numRuns: 300 },
	);
});
