// Budgets as large as cities have them, made with a seed, and many small ones beside the definition written out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { greedy } from '../../src/modules/participation/budgets/tally/greedy.ts';
import { equalShares } from '../../src/modules/participation/budgets/tally/equal-shares.ts';
import { type Election, standingOf } from '../../src/modules/participation/budgets/tally/election.ts';
import { elections } from '../../src/modules/participation/budgets/tally/test/elections.ts';
import { literalShares } from '../../src/modules/participation/budgets/tally/test/literal.ts';
import type { Rule, Tally } from '../../src/modules/participation/index.ts';
import { seededRandom } from '../../src/platform/random.ts';
import { atLeast, atMost, type Figure } from '../figure.ts';

const CASES = 10_000;

interface City {
	voters: number;
	projects: number;
	budget: number;
	/** Costs are multiples of this. */
	step: number;
	/** Projects on a ballot, at most; a ballot rather names those of its own district and those that many like. */
	chosen: number;
	voteType: string;
}

const DISTRICTS = 8;

function fileOf({ voters, projects, budget, step, chosen, voteType }: City): string {
	const random = seededRandom(2023);
	const list = Array.from({ length: projects }, (_, i) => ({
		// From 1.5 to 15 hundredths of the budget, the small ones more often.
		cost: Math.max(step, Math.round((1.5 * budget * 10 ** random()) / 100 / step) * step),
		liked: Math.exp(2 * (random() + random() + random() - 1.5)),
		district: i % DISTRICTS,
	}));
	const drawn = (weights: readonly number[]): number => {
		let at = random() * weights.reduce((sum, weight) => sum + weight, 0);
		return Math.max(
			0,
			weights.findIndex((weight) => (at -= weight) <= 0),
		);
	};
	const ballots = Array.from({ length: voters }, (_, voter) => {
		const home = Math.floor(random() * DISTRICTS);
		const weights = list.map(({ liked, district }) => liked * (district === home ? 6 : 1));
		const vote = new Set<number>();
		const size = 1 + Math.floor(random() * chosen);
		while (vote.size < size) vote.add(1 + drawn(weights));
		return `${voter};${[...vote].join()}`;
	});
	return [
		`META\nkey;value\nbudget;${budget}\nvote_type;${voteType}\nPROJECTS\nproject_id;cost`,
		...list.map(({ cost }, i) => `${i + 1};${cost}`),
		'VOTES\nvoter_id;vote',
		...ballots,
	].join('\n');
}

/** Seconds of the whole command, its start included: the best of three, since the machine is shared. */
function byCommand(city: City, rule: Rule): { seconds: number; added: number | null } {
	const folder = mkdtempSync(join(tmpdir(), 'tally-'));
	const file = join(folder, 'city.pb');
	writeFileSync(file, fileOf(city));
	const command = fileURLToPath(new URL('../../bin/joussour', import.meta.url));
	const runs = [1, 2, 3].map(() => {
		const from = performance.now();
		const { stdout } = spawnSync(command, ['tally', file, '--rule', rule, '--json'], { encoding: 'utf8' });
		const { added } = JSON.parse(stdout) as Tally;
		return { seconds: (performance.now() - from) / 1_000, added };
	});
	rmSync(folder, { recursive: true });
	return runs.sort((one, other) => one.seconds - other.seconds)[0]!;
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
	const city: City = { voters: 6_586, projects: 64, budget: 1_800_000, step: 100, chosen: 10, voteType: 'approval' };
	const wroclaw: City = {
		voters: 131_778,
		projects: 120,
		budget: 4_000_000,
		step: 1_000,
		chosen: 1,
		voteType: 'choose-1',
	};
	const shares = (name: string, limit: number, { seconds, added }: ReturnType<typeof byCommand>): Figure =>
		atMost(`tally: equal shares, ${name}`, seconds, limit, 's', `${(added ?? 0) + 1} units of the currency tried`);
	return [
		atLeast('tally: equal shares as the definition, generated elections', small.literal, CASES),
		atLeast('tally: never over budget, generated elections', small.within, CASES),
		shares('6,586 voters × 64 projects', 1, byCommand(city, 'equal-shares')),
		shares(
			'the same in a currency of small units',
			3,
			byCommand({ ...city, budget: city.budget * 10, step: 1_000 }, 'equal-shares'),
		),
		shares(
			'12 voters share 10 million',
			1,
			byCommand({ ...city, voters: 12, projects: 10, budget: 10_000_000, chosen: 3 }, 'equal-shares'),
		),
		atMost('tally: greedy, 131,778 ballots', byCommand(wroclaw, 'greedy').seconds, 3, 's'),
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
