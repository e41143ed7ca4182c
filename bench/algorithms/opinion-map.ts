// Opinion maps of planted debates: how well groups are found, how long it takes, how much memory.
import {
	adjustedRand,
	castVote,
	drawMap,
	type Drawing,
	noVotes,
	type Plan,
	planted,
	type VoteTable,
} from '../../src/modules/participation/index.ts';
import { atLeast, atMost, type Figure } from '../figure.ts';

const town: Plan = {
	seed: 11,
	participants: 2_000,
	statements: 200,
	shares: [0.5, 0.3, 0.2],
	filled: 0.3,
	noise: 0.15,
	passes: 0.1,
};

function made(plan: Plan): { table: VoteTable; groupOf: number[] } {
	const { votes, groupOf } = planted(plan);
	const table = noVotes();
	for (const vote of votes) castVote(table, vote);
	return { table, groupOf };
}

/** Agreement of those who are in a group with the groups that were planted. */
function found({ map }: Drawing, groupOf: readonly number[]): number {
	const grouped = map.projection.filter(({ group }) => group !== null);
	return adjustedRand(
		grouped.map(({ id }) => groupOf[Number(id)]),
		grouped.map(({ group }) => group),
	);
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

function timed<T>(act: () => T): [T, number] {
	const from = performance.now();
	const done = act();
	return [done, performance.now() - from];
}

/** A changed vote each on the drawing before it: milliseconds of the median one. */
function voteByVote(table: VoteTable, drawing: Drawing): number {
	let last = drawing;
	const times: number[] = [];
	for (let n = 0; n < 21; n++) {
		castVote(table, { participant: String(n * 7), statement: String(n), stance: n % 2 ? 1 : -1, at: 1e12 });
		const [next, took] = timed(() => drawMap(table, {}, last));
		last = next;
		times.push(took);
	}
	return median(times);
}

export async function opinionMap(): Promise<Figure[]> {
	const plans: [string, Plan][] = [
		['two groups of 2,000', { ...town, shares: [0.55, 0.45] }],
		['three groups of 2,000', town],
		['a group of one in ten', { ...town, shares: [0.6, 0.3, 0.1] }],
		['300 people on 80 statements', { ...town, participants: 300, statements: 80, filled: 0.5 }],
		['many passes, much noise', { ...town, noise: 0.25, passes: 0.25, filled: 0.5 }],
	];
	const agreements = plans.map(([name, plan]) => {
		const { table, groupOf } = made(plan);
		return atLeast(`opinion map: adjusted Rand, ${name}`, found(drawMap(table), groupOf), 0.9);
	});
	const { table } = made({ ...town, filled: 0.5 });
	const [drawing, whole] = timed(() => drawMap(table));
	const one = voteByVote(table, drawing);
	const large = made({ ...town, participants: 33_000, statements: 2_000, filled: 0.03 });
	const [drawn, long] = timed(() => drawMap(large.table));
	return [
		...agreements,
		atLeast('opinion map: adjusted Rand, 33,000 × 2,000', found(drawn, large.groupOf), 0.9),
		atMost('opinion map: 2,000 × 200, half filled', whole, 1_000, 'ms'),
		atMost('opinion map: one new vote at 2,000 × 200', one, 100, 'ms', 'median of 21'),
		atMost('opinion map: 33,000 × 2,000, 3 % filled', long / 1_000, 60, 's'),
		atMost('opinion map: memory of the process after it', process.resourceUsage().maxRSS / 1e6, 2, 'GB', 'highest'),
		{
			name: 'opinion map: adjusted Rand with published maps',
			value: null,
			unit: '',
			target: '≥ 0.5',
			met: null,
			note: 'the published conversations are not in the repository',
		},
	];
}
