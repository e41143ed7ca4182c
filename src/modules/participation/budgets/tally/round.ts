// One round of the Method of Equal Shares: everybody has the same share, and projects are bought until none can be paid.
import { type Offer, most, never, offerOf, surelyDearer } from './offers.ts';
import { pricer } from './price.ts';
import type { Tie, TieRule } from './ties.ts';
import { type Groups, openWallets, scaleFor } from './wallets.ts';

/** What stays the same from round to round. */
export interface Electorate extends Groups {
	voters: number;
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
	/** What was equal when it was chosen, itself included. */
	equals: readonly number[];
	/** By place, what each was last offered for then: its price is that or more, as prices only rise. `never` if it was bought. */
	offers: readonly Offer[];
}

export interface Round {
	purchases: readonly Purchase[];
	ties: readonly Tie[];
	cost: number;
	/** Ticks in a smallest unit; 0 where all was decided by fractions. */
	scale: number;
	/** What a project's supporters lack in the end: together, in smallest units rounded up; and in whole shares, rounded up. */
	lack(project: number): { amount: number; shares: number };
}

/**
 * Whether it is certain that every round with a share between those of these two buys what both buy at this step, with the
 * same ties, if it bought the same before: `less` is of the round with the smaller share.
 */
export function sameBetween(electorate: Electorate, less: Purchase | undefined, more: Purchase): boolean {
	const { backing, candidates, costs, supporters } = electorate;
	if (less?.project !== more.project) return false;
	const { project, inFull } = more;
	/** Where all pay in full, the price is the same in both and so between them. */
	const steady = inFull === backing[project] && inFull === less.inFull;
	/** What the same voters support at the same cost has the same price always. */
	const twin = (other: number): boolean =>
		costs[other] === costs[project] &&
		supporters[other]!.length === supporters[project]!.length &&
		supporters[other]!.every((group, i) => group === supporters[project]![i]);
	return candidates.every(
		(other) =>
			other === project ||
			surelyDearer(more.offers[other]!, less.offers[project]!) ||
			(less.equals.includes(other) && more.equals.includes(other) && (steady || twin(other))),
	);
}

const ceilDivide = (a: bigint, b: bigint): number => Number((a + b - 1n) / b);

export interface Look {
	/** Decide everything by fractions, without quick bounds: slow, for tests. */
	exactly?: boolean;
	/**
	 * A round with a larger share, already played. As long as both buy the same, nobody has less in it than here and nothing is
	 * dearer in it (`completion.ts` says why): its offers are bounds here, and few prices have to be looked for.
	 */
	later?: Round | undefined;
	/** A round with a smaller share: as long as both are alike, prices are looked for until that is seen. */
	earlier?: Round | undefined;
}

/**
 * With cost utilities a project is worth its cost to each supporter, so what is bought first is what has the lowest price in
 * proportion to its cost. `total` is what all voters have together, in smallest units.
 */
export function playRound(electorate: Electorate, total: bigint, { exactly, later, earlier }: Look = {}): Round {
	const { voters, weights, costs, supporters, backing, rule } = electorate;
	let open = [...electorate.candidates];
	const scale = exactly ? 0 : (later?.scale ?? scaleFor(total, voters, open.length));
	const wallets = openWallets(total, voters, electorate, scale);
	const prices = pricer(wallets, costs, supporters, weights);
	/** Prices never start below what all supporters would pay evenly. */
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
	/** Whether both have bought the same so far. */
	let together = scale > 0 && later !== undefined;
	/** Whether the rounds between that one and this are bound to buy the same so far. */
	let alike = scale > 0 && scale === earlier?.scale;
	/** The cheapest that can be paid, with its equals, in their order; those that cannot are dropped for good. */
	const cheapest = (): number[] => {
		let best: number[] = [];
		let lowest: Offer | undefined;
		const before = alike ? earlier?.purchases[purchases.length] : undefined;
		const bar = before?.offers[before.project];
		/** What is surely not among the cheapest, nor what would have been in the earlier round. */
		const passed = (offer: Offer): boolean =>
			scale > 0 && lowest !== undefined && surelyDearer(offer, lowest) && (!bar || surelyDearer(offer, bar));
		const stays = open.filter((project) => {
			const known = offers[project]!;
			if (passed(known)) return true;
			const price = prices.bounds(project, known.low);
			const offer = price === null ? never : offerOf(price, costs[project]!);
			offers[project] = offer;
			if (price === null) return false;
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
	const lookAhead = (): void => {
		const ahead = together ? later?.purchases[purchases.length] : undefined;
		if (!ahead) return;
		for (const project of open) {
			const offer = ahead.offers[project]!;
			if (offer.low > offers[project]!.low) offers[project] = offer;
		}
		open = open.filter((project) => offers[project] !== never);
	};

	for (;;) {
		lookAhead();
		// What looked cheap comes first: the sooner the cheapest is met, the fewer are looked at.
		open.sort((a, b) => offers[a]!.rateLow - offers[b]!.rateLow);
		const equals = cheapest();
		const [project] = equals;
		if (project === undefined) break;
		if (equals.length > 1) ties.push(rule.tie(equals));
		const { top, parts, rich, poor } = prices.exact(project, offers[project]!.low);
		const price = ceilDivide(top, wallets.denominator() * BigInt(parts));
		const step = purchases.length;
		const purchase: Purchase = { project, price, inFull: parts, equals, offers: [...offers] };
		purchases.push(purchase);
		wallets.pay(top, parts, rich, poor);
		open = open.filter((other) => other !== project);
		offers[project] = never;
		together &&= later?.purchases[step]?.project === project;
		alike &&= sameBetween(electorate, earlier?.purchases[step], purchase);
	}
	return {
		purchases,
		ties,
		cost: purchases.reduce((sum, { project }) => sum + costs[project]!, 0),
		scale,
		lack(project) {
			const lacking = prices.lacking(project);
			return { amount: ceilDivide(lacking, wallets.denominator()), shares: ceilDivide(lacking, wallets.share()) };
		},
	};
}
