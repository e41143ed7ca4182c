// Counts an election by a rule and says of every project what came of it and why.
import { type Election, standingOf } from './election.ts';
import { type SharesOptions, equalShares } from './equal-shares.ts';
import { greedy } from './greedy.ts';
import type { TieBreak } from './ties.ts';
import type { Why } from './why.ts';

export type Rule = 'greedy' | 'equal-shares';

/** Amounts in units of the currency, scores in points as the file writes them. */
export interface Tally {
	rule: Rule;
	budget: number;
	voters: number;
	/** Ids, in the order they were won. */
	winners: string[];
	cost: number;
	/** Equal shares only: what was added to each voter's share of the budget. */
	added: number | null;
	/** Where only the order of equals decided; `at` says whether while the outcome was made or in another round of the search. */
	ties: { projects: string[]; by: TieBreak; at: 'outcome' | 'search' }[];
	projects: { id: string; won: boolean; cost: number; supporters: number; score: number; why: Why }[];
}

/** Figures of a reason that are sums of money, and those that are points. */
const amounts = new Set(['left', 'costAtMost', 'price', 'missing', 'share']);
const points = new Set(['scoreMissing', 'threshold']);

/** The same reason in the units of the file. */
function inFileUnits(why: Why, { unit, pointUnit }: Election): Why {
	const entries = Object.entries(why).map(([key, figure]: [string, string | number]) => {
		if (typeof figure === 'string') return [key, figure];
		return [key, figure / (amounts.has(key) ? unit : points.has(key) ? pointUnit : 1)];
	});
	return Object.fromEntries(entries) as Why;
}

export function tally(election: Election, rule: Rule, options: SharesOptions = {}): Tally {
	const { projects, unit, pointUnit, budget } = election;
	const standing = standingOf(election);
	const outcome = rule === 'greedy' ? greedy(election, standing) : equalShares(election, standing, options);
	const won = new Set(outcome.winners);
	const idOf = (project: number): string => projects[project]!.id;
	return {
		rule,
		budget: budget / unit,
		voters: standing.voters,
		winners: outcome.winners.map(idOf),
		cost: outcome.winners.reduce((sum, project) => sum + projects[project]!.cost, 0) / unit,
		added: outcome.added ?? null,
		ties: [
			...outcome.ties.map((tie) => ({ projects: tie.projects.map(idOf), by: tie.by, at: 'outcome' as const })),
			...outcome.otherTies.map((tie) => ({ projects: tie.projects.map(idOf), by: tie.by, at: 'search' as const })),
		],
		projects: projects.map(({ id, cost }, project) => ({
			id,
			won: won.has(project),
			cost: cost / unit,
			supporters: standing.supporters[project]!,
			score: standing.scores[project]! / pointUnit,
			why: inFileUnits(outcome.why[project]!, election),
		})),
	};
}
