// What a project would cost each of its supporters in one round: the price q with Σ min(balance, q) = cost.
import type { Wallets } from './wallets.ts';

/** A price as `top / (denominator · parts)` smallest units, with the wallets' denominator of that moment. */
export interface ExactPrice {
	top: bigint;
	parts: number;
	/** Groups that can pay the price, and those that give all they have left and no more; valid until the next question. */
	rich: Int32Array;
	poor: Int32Array;
}

/** Whole bounds of a price in ticks: low ≤ q·scale ≤ high. */
export interface PriceBounds {
	low: number;
	high: number;
}

export interface Pricer {
	/**
	 * Null when the supporters cannot pay together. Prices only rise within a round, as balances only fall: a low bound
	 * stays one, and `atLeast` is such a bound known already, or 0.
	 */
	bounds(project: number, atLeast: number): PriceBounds | null;
	/** Of a project that can be paid. */
	exact(project: number, atLeast: number): ExactPrice;
	/** What its supporters lack together, over the denominator; zero or less when they can pay. */
	lacking(project: number): bigint;
}

/**
 * Who pays all is found by rounds: whoever has less than the price that the others would have to pay gives all, which raises
 * the price, until nobody more falls under it. A balance whose bounds lie on both sides of the price is compared exactly.
 *
 * That any first guess of the poor gives a price that is not too high (so that they are poor indeed): Σ min(b, q) is at most
 * Σ over the poor of b plus q for each of the rich; so with the true q the guess's price, which makes that sum the cost, is at
 * most q.
 */
export function pricer(
	wallets: Wallets,
	costs: readonly number[],
	supporters: readonly Int32Array[],
	weights: Int32Array,
): Pricer {
	const { low, spent, scale } = wallets;
	const longest = supporters.reduce((most, { length }) => Math.max(most, length), 0);
	/** The groups of the project looked at: the rich from the front up to `rich`, the poor from the back down to `poor`. */
	const groups = new Int32Array(longest);
	let rich = 0;
	let poor = longest;
	let richLow = 0;
	let richWeight = 0;
	let poorLow = 0;
	let poorWeight = 0;
	/** The last project whose rich and poor were told apart, and when. */
	let settled: { project: number; slack: number } | null = null;

	/** Who is surely under a price that is not too high is poor from the start. */
	const gather = (project: number, atLeast: number): void => {
		rich = 0;
		poor = longest;
		richLow = richWeight = poorLow = poorWeight = 0;
		const surely = scale > 0 ? atLeast - wallets.slack() : 0;
		const list = supporters[project]!;
		for (let i = 0; i < list.length; i++) {
			const group = list[i]!;
			if (spent[group] === 1) continue;
			const balance = low[group]!;
			const weight = weights[group]!;
			if (balance < surely) {
				groups[--poor] = group;
				poorLow += balance * weight;
				poorWeight += weight;
			} else {
				groups[rich++] = group;
				richLow += balance * weight;
				richWeight += weight;
			}
		}
	};
	const fall = (i: number): void => {
		const group = groups[i]!;
		groups[i] = groups[--rich]!;
		groups[--poor] = group;
		poorLow += low[group]! * weights[group]!;
		poorWeight += weights[group]!;
		richWeight -= weights[group]!;
	};
	/** Over the denominator, of the project gathered. */
	const lackingNow = (project: number): bigint =>
		BigInt(costs[project]!) * wallets.denominator() -
		wallets.sum(groups.subarray(0, rich)) -
		wallets.sum(groups.subarray(poor));
	const canPay = (project: number): boolean => {
		if (scale > 0) {
			const target = costs[project]! * scale;
			const sum = richLow + poorLow;
			if (sum >= target) return true;
			if (sum + wallets.slack() * (richWeight + poorWeight) < target) return false;
		}
		return lackingNow(project) <= 0n;
	};
	/** Whole bounds of (target − what the poor give) / rich; the division has no rest, so Number gives it exactly. */
	const between = (target: number): PriceBounds => {
		const least = Math.max(0, target - poorLow - wallets.slack() * poorWeight);
		const most = target - poorLow + richWeight - 1;
		return { low: (least - (least % richWeight)) / richWeight, high: (most - (most % richWeight)) / richWeight };
	};
	/** Over denominator · richWeight, with the poor as they are. */
	const topOf = (project: number): bigint =>
		BigInt(costs[project]!) * wallets.denominator() - wallets.sum(groups.subarray(poor));

	/** Lets fall whoever is exactly below the exact price, among those from `high` ticks down; whether somebody did. */
	const fallExactly = (project: number, high: number): boolean => {
		const top = topOf(project);
		const parts = BigInt(richWeight);
		let fell = false;
		for (let i = rich - 1; i >= 0; i--) {
			const group = groups[i]!;
			if (scale > 0 && low[group]! >= high) continue;
			if (wallets.balance(group) * parts >= top) continue;
			fall(i);
			fell = true;
		}
		return fell;
	};
	const settle = (project: number): PriceBounds => {
		const target = costs[project]! * scale;
		for (;;) {
			const price = scale > 0 ? between(target) : { low: 0, high: 0 };
			let fell = false;
			let doubtful = scale === 0;
			const surely = price.low - wallets.slack();
			if (scale > 0)
				for (let i = rich - 1; i >= 0; i--) {
					const balance = low[groups[i]!]!;
					if (balance < surely) {
						fall(i);
						fell = true;
					} else if (balance < price.high) doubtful = true;
				}
			if (fell) continue;
			if (!doubtful || !fallExactly(project, price.high)) return price;
		}
	};

	return {
		bounds(project, atLeast) {
			gather(project, atLeast);
			const price = canPay(project) ? settle(project) : null;
			settled = price === null ? null : { project, slack: wallets.slack() };
			return price;
		},
		exact(project, atLeast) {
			// Slack grows with every payment: the same slack means the same balances.
			if (settled?.project !== project || settled.slack !== wallets.slack()) {
				gather(project, atLeast);
				settle(project);
				settled = { project, slack: wallets.slack() };
			}
			return {
				top: topOf(project),
				parts: richWeight,
				rich: groups.subarray(0, rich),
				poor: groups.subarray(poor),
			};
		},
		lacking(project) {
			settled = null;
			gather(project, 0);
			return lackingNow(project);
		},
	};
}
