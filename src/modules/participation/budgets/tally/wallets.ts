// What every voter has left during one round of equal shares: exactly, as fractions, and as whole bounds for quick looks.
//
// Exactly: a balance is the share less the prices paid. The prices are fractions over one common denominator, and a voter only
// holds their numbers, so that a payment changes one number a voter and a sum counts payers before it multiplies.
// Quickly: every balance has a lower bound in ticks, whole numbers of 1/scale of the smallest unit, and no true balance is
// more than `slack` ticks above its bound. All sums of bounds stay below 2^53, so that Number adds them without rounding;
// where they could not, `scale` is 0 and everything is decided by the fractions.

export interface Wallets {
	/** Ticks in a smallest unit; 0 where there are none. */
	readonly scale: number;
	/** Lower bounds in ticks, one a group of voters. */
	readonly low: Float64Array;
	/** 1 for a group that has exactly nothing left. */
	readonly spent: Uint8Array;
	slack(): number;
	/** The common denominator, and a voter's share over it. */
	denominator(): bigint;
	share(): bigint;
	/** What the groups have left together, over the denominator; none of them spent. */
	sum(groups: Int32Array): bigint;
	/** What one voter of the group has left, over the denominator. */
	balance(group: number): bigint;
	/** Takes `top / (denominator · parts)` from the groups in `rich`, and all from those in `poor`. Ends with parts in the denominator. */
	pay(top: bigint, parts: number, rich: Int32Array, poor: Int32Array): void;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The finest scale, a power of two, with which no sum of the round reaches 2^53; 0 when even whole units are too fine. */
export function scaleFor(total: bigint, voters: number, projects: number): number {
	const room = Number.MAX_SAFE_INTEGER - voters * (projects + 2);
	let scale = 2 ** 40;
	while (scale >= 1 && total * BigInt(scale) > room) scale /= 2;
	return scale >= 1 ? scale : 0;
}

/** Voters with the same ballot: how many each group is, and where its payments stand; the last number is where all end. */
export interface Groups {
	weights: Int32Array;
	places: Int32Array;
}

/** Everybody has `total / voters` smallest units. */
export function openWallets(total: bigint, voters: number, { weights, places }: Groups, scale: number): Wallets {
	const low = new Float64Array(weights.length);
	const spent = new Uint8Array(weights.length);
	/** By group, from its place on: the numbers of the prices it paid, as many as `times` says. */
	const paid = new Int32Array(places.at(-1)!);
	const times = new Int32Array(weights.length);
	const prices: bigint[] = [];
	let denominator = BigInt(voters);
	let share = total;
	let slack = 1;
	if (scale > 0) {
		// Below 2^53 by the choice of scale; the rest is taken off first, so that the division has none.
		const ticks = Number(total) * scale;
		low.fill((ticks - (ticks % voters)) / voters);
	}

	return {
		scale,
		low,
		spent,
		slack: () => slack,
		denominator: () => denominator,
		share: () => share,
		sum(groups) {
			if (groups.length === 0) return 0n;
			let people = 0;
			const payers = new Float64Array(prices.length);
			for (let i = 0; i < groups.length; i++) {
				const group = groups[i]!;
				const weight = weights[group]!;
				people += weight;
				const from = places[group]!;
				for (let at = from + times[group]! - 1; at >= from; at--) payers[paid[at]!]! += weight;
			}
			let sum = share * BigInt(people);
			for (const [price, count] of payers.entries()) if (count > 0) sum -= prices[price]! * BigInt(count);
			return sum;
		},
		balance(group) {
			if (spent[group] === 1) return 0n;
			let left = share;
			const from = places[group]!;
			for (let at = from + times[group]! - 1; at >= from; at--) left -= prices[paid[at]!]!;
			return left;
		},
		pay(top, parts, rich, poor) {
			const common = gcd(parts, Number(top % BigInt(parts)));
			const finer = BigInt(parts / common);
			if (finer > 1n) {
				denominator *= finer;
				share *= finer;
				for (const price of prices.keys()) prices[price]! *= finer;
			}
			const price = top / BigInt(common);
			prices.push(price);
			const ticks = scale > 0 ? Number((price * BigInt(scale) + denominator - 1n) / denominator) : 0;
			for (let i = 0; i < rich.length; i++) {
				const group = rich[i]!;
				paid[places[group]! + times[group]!++] = prices.length - 1;
				const left = low[group]! - ticks;
				low[group] = left > 0 ? left : 0;
			}
			for (const group of poor) {
				spent[group] = 1;
				low[group] = 0;
			}
			slack++;
		},
	};
}
