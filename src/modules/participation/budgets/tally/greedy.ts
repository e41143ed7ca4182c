// The rule most cities use: by score, from the top, whatever still fits.
import type { Election, Standing } from './election.ts';
import { type Tie, tieRule } from './ties.ts';
import { type Why, barred } from './why.ts';

/** What a rule answers. */
export interface Outcome {
	/** Places in `Election.projects`, in the order they were won. */
	winners: readonly number[];
	/** Ties on the way to this outcome; those of greedy decided indeed: another order would have changed who wins. */
	ties: readonly Tie[];
	/** Equal shares: ties of other rounds, which may have decided where the search ended. */
	otherTies: readonly Tie[];
	/** One a project. */
	why: readonly Why[];
	/** Equal shares: how many units of the currency were added to each voter's share. */
	added?: number;
}

/** Goes down the scores and takes each project that what is left can pay; what does not fit is skipped. */
export function greedy(election: Election, standing: Standing): Outcome {
	const { projects, budget } = election;
	const { scores } = standing;
	const rule = tieRule(election, standing);
	const why: Why[] = projects.map(({ cost }, project) => barred(cost, scores[project]!, election)!);
	const inOrder = projects.flatMap((_, project) => (why[project] ? [] : [project]));
	inOrder.sort((a, b) => scores[b]! - scores[a]! || rule.compare(a, b));
	const winners: number[] = [];
	/** What was left before each turn. */
	const leftBefore: number[] = [];
	let left = budget;
	for (const [i, project] of inOrder.entries()) {
		const { cost } = projects[project]!;
		leftBefore.push(left);
		if (cost > left) continue;
		why[project] = { code: 'fitted', place: i + 1, left };
		winners.push(project);
		left -= cost;
	}
	for (const [i, project] of inOrder.entries()) {
		if (why[project]) continue;
		// The last turn before its own at which it would have fitted: there is one, for it fits the whole budget.
		const { cost } = projects[project]!;
		const turn = leftBefore.findLastIndex((before, at) => at < i && cost <= before);
		const rival = inOrder[turn]!;
		// With an equal score: an approval more is a supporter more, while points may come from those there are.
		const level = scores.every((score, p) => score === standing.supporters[p]) ? rule.level : rule.compare;
		const scoreMissing = scores[rival]! - scores[project]! + (level(project, rival) < 0 ? 0 : 1);
		why[project] = { code: 'too-dear', place: i + 1, costAtMost: leftBefore[i]!, scoreMissing };
	}
	return { winners, ties: decisive(inOrder, leftBefore), otherTies: [], why };

	function decisive(order: readonly number[], before: readonly number[]): Tie[] {
		const ties: Tie[] = [];
		for (let from = 0, to = 0; from < order.length; from = to) {
			to = from;
			while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++;
			const equals = order.slice(from, to);
			const lost = equals.filter((project) => !winners.includes(project));
			if (lost.some((project) => projects[project]!.cost <= before[from]!)) ties.push(rule.tie(equals));
		}
		return ties;
	}
}
