// Greedy against the rule as anybody would say it, its reasons tried out, its ties shown to decide.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Election, standingOf } from './election.ts';
import { greedy } from './greedy.ts';
import { elections, shuffled, ways } from './test/elections.ts';

const count = (election: Election) => greedy(election, standingOf(election));

/** The rule, project by project: the best that is left, again and again. */
function literalGreedy({ projects, ballots, budget, threshold }: Election): number[] {
	const score = (project: number): number =>
		ballots.reduce((sum, ballot) => sum + (ballot.projects.includes(project) ? ballot.count : 0), 0);
	const waiting = new Set(projects.keys());
	const winners: number[] = [];
	let left = budget;
	while (waiting.size > 0) {
		let best = -1;
		for (const project of waiting) {
			const ahead = best < 0 ? 1 : score(project) - score(best) || projects[best]!.cost - projects[project]!.cost;
			if (ahead > 0) best = project;
		}
		waiting.delete(best);
		if (projects[best]!.cost > left || (threshold !== null && score(best) < threshold)) continue;
		winners.push(best);
		left -= projects[best]!.cost;
	}
	return winners;
}

test('greedy is the rule, on 10,000 small elections', () => {
	fc.assert(
		fc.property(elections, (election) => {
			expect(count(election).winners).toEqual(literalGreedy(election));
		}),
		{ numRuns: 10_000 },
	);
});

test('what a loser is told would have won it: that cost, or so many more votes and not one less', () => {
	fc.assert(
		fc.property(elections, (election) => {
			count(election).why.forEach((reason, project) => {
				if (reason.code !== 'too-dear') return;
				const cheaper = election.projects.map((p, place) =>
					place === project ? { ...p, cost: reason.costAtMost } : p,
				);
				if (count(election).ties.length === 0)
					expect(count({ ...election, projects: cheaper }).winners).toContain(project);
				const withVotes = (extra: number): readonly number[] =>
					count({ ...election, ballots: [...election.ballots, { projects: [project], points: [1], count: extra }] })
						.winners;
				expect(withVotes(reason.scoreMissing)).toContain(project);
				if (reason.scoreMissing > 1) expect(withVotes(reason.scoreMissing - 1)).not.toContain(project);
			});
		}),
		{ numRuns: 700 },
	);
});

test('the order of projects changes nothing but declared ties', () => {
	fc.assert(
		fc.property(elections, ways, (election, way) => {
			const order = shuffled([...election.projects.keys()], way);
			const turned: Election = {
				...election,
				projects: order.map((place) => election.projects[place]!),
				ballots: shuffled(election.ballots, way).map((ballot) => ({
					...ballot,
					projects: ballot.projects.map((place) => order.indexOf(place)),
				})),
			};
			const first = count(election);
			if (first.ties.some(({ by }) => by === 'order')) return;
			const ids = ({ projects }: Election, places: readonly number[]) =>
				places.map((place) => projects[place]!.id).sort();
			expect(ids(turned, count(turned).winners)).toEqual(ids(election, first.winners));
		}),
		{ numRuns: 10_000 },
	);
});

test('a tie that decided is named with what decided it, one that did not is not', () => {
	const election = (costs: readonly number[], budget: number): Election => ({
		voteType: 'approval',
		unit: 1,
		budget,
		projects: costs.map((cost, place) => ({ id: 'xyz'[place]!, cost })),
		ballots: [{ projects: [0, 1, 2], points: [1, 1, 1], count: 3 }],
		pointUnit: 1,
		defaultScore: 0,
		threshold: null,
	});
	expect(count(election([5, 5, 4], 9)).ties).toEqual([{ projects: [2, 0, 1], by: 'order' }]);
	expect(count(election([6, 5, 4], 9)).ties).toEqual([{ projects: [2, 1, 0], by: 'cost' }]);
	expect(count(election([5, 5, 4], 14)).ties).toEqual([]);
});
