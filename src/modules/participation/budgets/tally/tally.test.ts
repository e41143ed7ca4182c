// The worked example of the README, counted by hand there.
import { expect, test } from 'vitest';
import { readPabulib } from './pabulib.ts';
import { tally } from './tally.ts';

const example = `META
key;value
budget;120
vote_type;approval
PROJECTS
project_id;cost
playground;60
library;50
garden;40
VOTES
voter_id;vote
1;playground,library
2;playground,library
3;playground,library
4;playground
5;garden
6;garden
`;

function read(text: string) {
	const answer = readPabulib(text);
	if ('code' in answer) throw new Error(answer.code);
	return answer.election;
}

test('the worked example by equal shares: two districts, and the smaller is not left with nothing', () => {
	const { winners, cost, added, projects, ties } = tally(read(example), 'equal-shares');
	expect({ winners, cost, added, ties }).toEqual({ winners: ['playground', 'garden'], cost: 100, added: 11, ties: [] });
	expect(projects.map(({ why }) => why)).toEqual([
		{ code: 'paid', place: 1, price: 15, inFull: 4 },
		{ code: 'unpaid', left: 48, missing: 2, share: 31, supportersMissing: 1, costAtMost: 20 },
		{ code: 'paid', place: 2, price: 20, inFull: 2 },
	]);
});

test('the worked example by greedy: the larger group decides everything', () => {
	const { winners, cost, added, projects } = tally(read(example), 'greedy');
	expect({ winners, cost, added }).toEqual({ winners: ['playground', 'library'], cost: 110, added: null });
	expect(projects[2]!.why).toEqual({ code: 'too-dear', place: 3, costAtMost: 10, scoreMissing: 1 });
});

test('amounts come back in the units of the file', () => {
	const cents = example.replace('120', '120.50').replace('60', '60,25');
	const { budget, cost, projects } = tally(read(cents), 'greedy');
	expect({ budget, cost }).toEqual({ budget: 120.5, cost: 110.25 });
	expect(projects[0]).toMatchObject({ cost: 60.25, supporters: 4, score: 4, won: true });
});
