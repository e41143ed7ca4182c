// One round of the Method of Equal Shares: everybody has the same share, and projects are bought until none can be paid.
import { type PriceBounds, pricer } from './price.ts';
import type { Tie, TieRule } from './ties.ts';
import { openWallets, scaleFor } from './wallets.ts';

/** What stays the same from round to round. Groups are voters with the same ballot. */
export interface Electorate {
	voters: number;
	weights: Int32Array;
	/** By place in the election: costs in smallest units, and the groups that support it. */
	costs: readonly number[];
	supporters: readonly Int32Array[];
	/** How many voters these groups are. */
	backing: readonly number[];
	/** The projects that may be bought; each costs something and has supporters. */
	candidates: readonly number[];
	rule: TieRule;
}

export interface Purchase {
	project: number;
	/** The price in smallest units, rounded up. */
	price: number;
	/** How many pay the price, the others giving all they have left. */
	inFull: number;
}

export interface Round {
	purchases: readonly Purchase[];
	ties: readonly Tie[];
	cost: number;
	/** What a project's supporters lack in the end: together, in smallest units rounded up; and in whole shares, rounded up. */
	lack(project: number): { amount: number; shares: number };
}

/** Bounds of a project's price in ticks, and of the price in proportion to the cost, rounded outwards to whole numbers. */
interface Offer extends PriceBounds {
	cost: number;
	rateLow: number;
	rateHigh: number;
}

/** Quotients without a rest, so that Number gives them exactly. */
const offerOf = ({ low, high }: PriceBounds, cost: number): Offer => {
	const up = high + cost - 1;
	return { low, high, cost, rateLow: (low - (low % cost)) / cost, rateHigh: (up - (up % cost)) / cost };
};

const most = Number.MAX_SAFE_INTEGER;

/** Whether a/b > c/d: by Number while the products stay below 2^53 (a rounded product at or above it shows it), else BigInt. */
function exceeds(a: number, b: number, c: number, d: number): boolean {
	const left = a * d;
	const right = c * b;
	return left <= most && right <= most ? left > right : BigInt(a) * BigInt(d) > BigInt(c) * BigInt(b);
}

/** Whether the bounds alone show that `a` is dearer than `b`, in proportion to cost. */
const surelyDearer = (a: Offer, b: Offer): boolean =>
	a.rateLow > b.rateHigh || (a.rateHigh > b.rateLow && exceeds(a.low, a.cost, b.high, b.cost));

const ceilDivide = (a: bigint, b: bigint): number => Number((a + b - 1n) / b);

/**
 * With cost utilities a project is worth its cost to each supporter, so what is bought first is what has the lowest price in
 * proportion to its cost. `total` is what all voters have together, in smallest units. `exactly` forgoes the quick bounds.
 */
export function playRound(electorate: Electorate, total: bigint, exactly = false): Round {
	const { voters, weights, costs, supporters, backing, rule } = electorate;
	let open = [...electorate.candidates];
	const scale = exactly ? 0 : scaleFor(total, voters, open.length);
	const wallets = openWallets(total, voters, weights, open.length, scale);
	const prices = pricer(wallets, costs, supporters, weights);
	/** What each was last offered for. Prices only rise, and never start below what all supporters would pay evenly. */
	const offers: Offer[] = costs.map((cost, project) => {
		const evenly = cost * scale;
		const backers = backing[project]!;
		return offerOf({ low: scale > 0 && backers > 0 ? (evenly - (evenly % backers)) / backers : 0, high: most }, cost);
	});
	const purchases: Purchase[] = [];
	const ties: Tie[] = [];

	/** By fractions: above zero when `a` is dearer in proportion to its cost. */
	const compareExactly = (a: number, b: number): bigint => {
		const first = prices.exact(a, offers[a]!.low);
		const second = prices.exact(b, offers[b]!.low);
		return first.top * BigInt(second.parts) * BigInt(costs[b]!) - second.top * BigInt(first.parts) * BigInt(costs[a]!);
	};
	/** The cheapest that can be paid, with its equals, in their order; those that cannot are dropped for good. */
	const cheapest = (): number[] => {
		let best: number[] = [];
		let lowest: Offer | undefined;
		const stays = open.filter((project) => {
			const before = offers[project]!;
			if (lowest && scale > 0 && surelyDearer(before, lowest)) return true;
			const price = prices.bounds(project, before.low);
			if (price === null) return false;
			const offer = offerOf(price, costs[project]!);
			offers[project] = offer;
			if (lowest && scale > 0 && surelyDearer(offer, lowest)) return true;
			const [first] = best;
			const surely = !lowest || first === undefined || (scale > 0 && surelyDearer(lowest, offer));
			const order = surely ? -1n : compareExactly(project, first);
			if (order > 0n) return true;
			if (order === 0n) best.push(project);
			else {
				best = [project];
				lowest = offer;
			}
			return true;
		});
		open = stays;
		return best.sort(rule.compare);
	};

	for (;;) {
		const equals = cheapest();
		const [project] = equals;
		if (project === undefined) break;
		if (equals.length > 1) ties.push(rule.tie(equals));
		const { top, parts, rich, poor } = prices.exact(project, offers[project]!.low);
		purchases.push({ project, price: ceilDivide(top, wallets.denominator() * BigInt(parts)), inFull: parts });
		wallets.pay(top, parts, rich, poor);
		// What looked cheap comes first: the sooner the cheapest is met, the fewer are looked at.
		const rate = (other: number): number => offers[other]!.rateLow;
		open = open.filter((other) => other !== project).sort((a, b) => rate(a) - rate(b));
	}
	return {
		purchases,
		ties,
		cost: purchases.reduce((sum, { project }) => sum + costs[project]!, 0),
		lack(project) {
			const lacking = prices.lacking(project);
			return { amount: ceilDivide(lacking, wallets.denominator()), shares: ceilDivide(lacking, wallets.share()) };
		},
	};
}
