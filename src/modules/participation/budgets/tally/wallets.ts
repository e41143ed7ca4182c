// What every voter has left during one round of equal shares: exactly, as fractions, and as whole bounds for quick looks.
//
// Exactly: voters with the same past have the same balance: their share less the prices of what they paid for. So a past is a
// chain of prices (a node), the prices are fractions over one common denominator, and a voter holds the number of a node.
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

/** Everybody has `total / voters` smallest units. `weights`: voters of each group. */
export function openWallets(
	total: bigint,
	voters: number,
	weights: Int32Array,
	projects: number,
	scale: number,
): Wallets {
	const low = new Float64Array(weights.length);
	const spent = new Uint8Array(weights.length);
	const nodes = new Int32Array(weights.length);
	const parents: number[] = [-1];
	const paid: number[] = [-1];
	const prices: bigint[] = [];
	let weightAt = new Float64Array(64);
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
			if (weightAt.length < parents.length) weightAt = new Float64Array(parents.length * 2);
			let people = 0;
			for (let i = 0; i < groups.length; i++) {
				const group = groups[i]!;
				people += weights[group]!;
				weightAt[nodes[group]!]! += weights[group]!;
			}
			const payers = new Float64Array(prices.length);
			// A node is younger than its parent, so what it weighs is handed down before the parent is looked at.
			for (let node = parents.length - 1; node > 0; node--) {
				const weight = weightAt[node]!;
				if (weight === 0) continue;
				payers[paid[node]!]! += weight;
				weightAt[parents[node]!]! += weight;
				weightAt[node] = 0;
			}
			weightAt[0] = 0;
			let sum = share * BigInt(people);
			for (const [price, count] of payers.entries()) if (count > 0) sum -= prices[price]! * BigInt(count);
			return sum;
		},
		balance(group) {
			if (spent[group] === 1) return 0n;
			let left = share;
			for (let node = nodes[group]!; node > 0; node = parents[node]!) left -= prices[paid[node]!]!;
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
			/** By node, the one that follows it with this price; 0 for none yet. */
			const children = new Int32Array(parents.length);
			for (let i = 0; i < rich.length; i++) {
				const group = rich[i]!;
				const past = nodes[group]!;
				let child = children[past]!;
				if (child === 0) {
					child = parents.push(past) - 1;
					paid.push(prices.length - 1);
					children[past] = child;
				}
				nodes[group] = child;
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
