// The Method of Equal Shares with cost utilities, completed by adding to everybody's share.
// Peters, Pierczyński, Skowron (2021), «Proportional participatory budgeting with additive utilities», NeurIPS; the form
// for cities: https://equalshares.net/explanation.
import { complete } from './completion.ts';
import type { Election, Standing } from './election.ts';
import type { Outcome } from './greedy.ts';
import { type Electorate, playRound } from './round.ts';
import { type Tie, tieRule } from './ties.ts';
import { type Why, barred } from './why.ts';

export interface SharesOptions {
	/** Decide everything by fractions, without quick bounds: slow, for tests. */
	exactly?: boolean;
}

/**
 * The first round shares out the budget; then everybody gets one unit of the currency more and the round is played afresh,
 * until the next outcome would cost more than the budget or nothing is left to buy. Points only say who supports a project.
 */
export function equalShares(election: Election, standing: Standing, { exactly = false }: SharesOptions = {}): Outcome {
	const { projects, budget, unit } = election;
	const { supporters, scores, voters } = standing;
	const rule = tieRule(election, standing);
	const why: Why[] = projects.map(
		({ cost }, project) =>
			barred(cost, scores[project]!, election) ?? (supporters[project] === 0 ? { code: 'unsupported' } : null)!,
	);
	const allowed = projects.flatMap((_, project) => (why[project] ? [] : [project]));
	// What costs nothing is bought by its supporters before all else, and changes nothing for the others.
	const free = allowed.filter((project) => projects[project]!.cost === 0).sort(rule.compare);
	const candidates = allowed.filter((project) => projects[project]!.cost > 0);
	const electorate: Electorate = { ...electorateOf(election), backing: supporters, voters, candidates, rule };
	const step = BigInt(unit) * BigInt(voters);
	const totalWith = (added: number): bigint => BigInt(budget) + BigInt(added) * step;
	const otherTies = new Map<string, Tie>();
	const { added, round } = complete(
		electorate,
		budget,
		(more, look) => playRound(electorate, totalWith(more), { ...look, exactly }),
		({ ties }) => {
			for (const tie of ties) otherTies.set(tie.projects.join(), tie);
		},
	);
	for (const { projects: equals } of round.ties) otherTies.delete(equals.join());
	const left = budget - round.cost;
	const share = Number(totalWith(added) / BigInt(voters));
	for (const [i, project] of free.entries()) why[project] = { code: 'paid', place: i + 1, price: 0, inFull: 0 };
	for (const [i, { project, price, inFull }] of round.purchases.entries())
		why[project] = { code: 'paid', place: free.length + i + 1, price, inFull };
	for (const project of candidates) {
		if (why[project]) continue;
		const { cost } = projects[project]!;
		const { amount, shares } = round.lack(project);
		const costAtMost = Math.min(cost - amount, left);
		why[project] = {
			code: 'unpaid',
			left: cost - amount,
			missing: amount,
			share,
			supportersMissing: shares,
			costAtMost,
		};
	}
	return {
		winners: [...free, ...round.purchases.map(({ project }) => project)],
		ties: round.ties,
		otherTies: [...otherTies.values()],
		why,
		added,
	};
}

/** Voters who support the same projects are one group, whatever points they gave. */
function electorateOf({
	projects,
	ballots,
}: Election): Pick<Electorate, 'weights' | 'places' | 'costs' | 'supporters'> {
	const groups = new Map<string, { chosen: number[]; count: number }>();
	for (const { projects: named, points, count } of ballots) {
		const chosen = named.filter((_, i) => points[i]! > 0).sort((a, b) => a - b);
		const key = chosen.join();
		const known = groups.get(key);
		if (known) known.count += count;
		else groups.set(key, { chosen, count });
	}
	const supporters: number[][] = projects.map(() => []);
	const places = [0];
	const weights = [...groups.values()].map(({ chosen, count }, group) => {
		for (const project of chosen) supporters[project]!.push(group);
		places.push(places[group]! + chosen.length);
		return count;
	});
	return {
		weights: Int32Array.from(weights),
		places: Int32Array.from(places),
		costs: projects.map(({ cost }) => cost),
		supporters: supporters.map((list) => Int32Array.from(list)),
	};
}
