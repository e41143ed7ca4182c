// Budgets as large as cities have them, made with a seed, and many small ones beside the definition written out.
import fc from 'fast-check';
import { greedy } from '../../src/modules/participation/budgets/tally/greedy.ts';
import { equalShares } from '../../src/modules/participation/budgets/tally/equal-shares.ts';
import { type Election, standingOf } from '../../src/modules/participation/budgets/tally/election.ts';
import { elections } from '../../src/modules/participation/budgets/tally/test/elections.ts';
import { literalShares } from '../../src/modules/participation/budgets/tally/test/literal.ts';
import { readPabulib, tally } from '../../src/modules/participation/index.ts';
import { seededRandom } from '../../src/platform/random.ts';
import { atLeast, atMost, type Figure } from '../figure.ts';

const CASES = 10_000;

interface City {
	voters: number;
	projects: number;
	budget: number;
	/** Projects on a ballot, at most; chosen by popularity, which falls with the project's number. */
	chosen: number;
	voteType: string;
}

function fileOf({ voters, projects, budget, chosen, voteType }: City): string {
	const random = seededRandom(2023);
	const costs = Array.from({ length: projects }, () => Math.round(3_000 + random() ** 2 * 90_000));
	const ballots = Array.from({ length: voters }, (_, voter) => {
		const vote = new Set<number>();
		const size = 1 + Math.floor(random() * chosen);
		while (vote.size < size) vote.add(1 + Math.floor(random() ** 2 * projects));
		return `${voter};${[...vote].join()}`;
	});
	return [
		`META\nkey;value\nbudget;${budget}\nvote_type;${voteType}\nPROJECTS\nproject_id;cost`,
		...costs.map((cost, i) => `${i + 1};${cost}`),
		'VOTES\nvoter_id;vote',
		...ballots,
	].join('\n');
}

/** Seconds of the whole way from the text of a file to the result: the best of three, since the machine is shared. */
function fromFile(city: City, rule: 'greedy' | 'equal-shares'): { seconds: number; added: number | null } {
	const text = fileOf(city);
	const runs = [1, 2, 3].map(() => {
		const from = performance.now();
		const read = readPabulib(text);
		if ('code' in read) throw new Error(read.code);
		const { added } = tally(read.election, rule);
		return { seconds: (performance.now() - from) / 1_000, added };
	});
	return runs.sort((a, b) => a.seconds - b.seconds)[0]!;
}

function agreement(samples: readonly Election[]): { literal: number; within: number } {
	let literal = 0;
	let within = 0;
	for (const election of samples) {
		const standing = standingOf(election);
		const shares = equalShares(election, standing);
		const expected = literalShares(election);
		if (shares.winners.join() === expected.winners.join() && shares.added === expected.added) literal++;
		const costOf = (winners: readonly number[]): number =>
			winners.reduce((sum, place) => sum + election.projects[place]!.cost, 0);
		const dearest = Math.max(costOf(shares.winners), costOf(greedy(election, standing).winners));
		if (dearest <= election.budget) within++;
	}
	return { literal, within };
}

export async function budgetTally(): Promise<Figure[]> {
	const small = agreement(fc.sample(elections, { numRuns: CASES, seed: 7 }));
	const city: City = { voters: 6_586, projects: 64, budget: 1_000_000, chosen: 12, voteType: 'approval' };
	const shares = fromFile(city, 'equal-shares');
	const wroclaw: City = { voters: 131_778, projects: 120, budget: 4_000_000, chosen: 1, voteType: 'choose-1' };
	return [
		atLeast('tally: equal shares as the definition, generated elections', small.literal, CASES),
		atLeast('tally: never over budget, generated elections', small.within, CASES),
		atMost(
			'tally: equal shares, 6,586 voters × 64 projects',
			shares.seconds,
			1,
			's',
			`${(shares.added ?? 0) + 2} rounds`,
		),
		atMost('tally: greedy, 131,778 ballots', fromFile(wroclaw, 'greedy').seconds, 3, 's'),
		{
			name: 'tally: city elections matched exactly',
			value: null,
			unit: '',
			target: '= 3 and all greedy ones',
			met: null,
			note: 'their files are not in the repository',
		},
	];
}
