// The definition of equal shares, word by word and voter by voter, in fractions: slow, to be compared with.
import type { Election } from '../election.ts';

/** Numerator and denominator; the denominator is positive. */
type Fraction = readonly [bigint, bigint];

const reduce = ([n, d]: Fraction): Fraction => {
	let [a, b] = [n < 0n ? -n : n, d];
	while (b > 0n) [a, b] = [b, a % b];
	return a === 0n ? [0n, 1n] : [n / a, d / a];
};
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduce([a * d - c * b, b * d]);
const plus = (a: Fraction, [c, d]: Fraction): Fraction => minus(a, [-c, d]);
const below = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;
const least = (a: Fraction, b: Fraction): Fraction => (below(b, a) ? b : a);
const whole = (n: number): Fraction => [BigInt(n), 1n];
const sum = (list: readonly Fraction[]): Fraction => list.reduce(plus, whole(0));

interface Literal {
	winners: number[];
	added: number;
}

/** ρ such that Σ min(balance, ρ·cost) = cost; null when the supporters have too little. Tried for each count of the poorest. */
function rho(balances: readonly Fraction[], cost: number): Fraction | null {
	if (below(sum(balances), whole(cost))) return null;
	const sorted = [...balances].sort((a, b) => (below(a, b) ? -1 : below(b, a) ? 1 : 0));
	for (let poor = 0; poor < sorted.length; poor++) {
		const [n, d] = minus(whole(cost), sum(sorted.slice(0, poor)));
		const each: Fraction = reduce([n, d * BigInt(sorted.length - poor)]);
		if (!below(sorted[poor]!, each)) return reduce([each[0], each[1] * BigInt(cost)]);
	}
	throw new Error('Somebody is rich enough.');
}

function outcome(
	election: Election,
	voters: readonly ReadonlySet<number>[],
	share: Fraction,
	open: readonly number[],
): number[] {
	const balances = voters.map(() => share);
	const bought: number[] = [];
	const votes = (project: number): number => voters.filter((chosen) => chosen.has(project)).length;
	for (;;) {
		let best: { project: number; rho: Fraction } | null = null;
		for (const project of open) {
			if (bought.includes(project)) continue;
			const { cost } = election.projects[project]!;
			const now = rho(
				balances.filter((_, voter) => voters[voter]!.has(project)),
				cost,
			);
			if (now === null) continue;
			const equal = best !== null && !below(now, best.rho) && !below(best.rho, now);
			const better = best === null || below(now, best.rho);
			const first =
				equal && (votes(project) - votes(best!.project) || election.projects[best!.project]!.cost - cost) > 0;
			if (better || first) best = { project, rho: now };
		}
		if (best === null) return bought;
		const { project, rho: lowest } = best;
		bought.push(project);
		const price: Fraction = [lowest[0] * BigInt(election.projects[project]!.cost), lowest[1]];
		voters.forEach((chosen, voter) => {
			if (chosen.has(project)) balances[voter] = minus(balances[voter]!, least(balances[voter]!, price));
		});
	}
}

/** The whole search: shares of the budget, then one unit of the currency more for each, `units` at most, until the next outcome costs too much. */
export function literalShares(election: Election, units = Infinity): Literal {
	const { projects, ballots, budget, unit, threshold } = election;
	const voters = ballots.flatMap(({ projects: chosen, count }) => Array.from({ length: count }, () => new Set(chosen)));
	const supported = projects.flatMap(({ cost }, project) => {
		const votes = voters.filter((chosen) => chosen.has(project)).length;
		return votes > 0 && votes >= (threshold ?? 0) && cost <= budget ? [{ project, votes, cost }] : [];
	});
	const free = supported.filter(({ cost }) => cost === 0).sort((a, b) => b.votes - a.votes || a.project - b.project);
	const open = supported.filter(({ cost }) => cost > 0).map(({ project }) => project);
	const costOf = (bought: readonly number[]): number =>
		bought.reduce((total, project) => total + projects[project]!.cost, 0);
	const played = (added: number): number[] =>
		outcome(election, voters, reduce([BigInt(budget + added * unit * voters.length), BigInt(voters.length)]), open);
	let added = 0;
	let bought = played(0);
	while (bought.length < open.length && added < units) {
		const next = played(added + 1);
		if (costOf(next) > budget) break;
		bought = next;
		added++;
	}
	return { winners: [...free.map(({ project }) => project), ...bought], added };
}
