// What projects are offered for: whole bounds of their prices, compared in proportion to their costs.
import type { PriceBounds } from './price.ts';

/** Bounds of a project's price in ticks, and of the price in proportion to the cost, rounded outwards to whole numbers. */
export interface Offer extends PriceBounds {
	cost: number;
	rateLow: number;
	rateHigh: number;
}

/** Quotients without a rest, so that Number gives them exactly. */
export const offerOf = ({ low, high }: PriceBounds, cost: number): Offer => {
	const up = high + cost - 1;
	return { low, high, cost, rateLow: (low - (low % cost)) / cost, rateHigh: (up - (up % cost)) / cost };
};

/** Of what cannot be paid or was bought: dearer than all else. */
export const never: Offer = { low: Infinity, high: Infinity, cost: 1, rateLow: Infinity, rateHigh: Infinity };

export const most = Number.MAX_SAFE_INTEGER;

/** Whether a/b > c/d: by Number while the products stay below 2^53 (a rounded product at or above it shows it), else BigInt. */
function exceeds(a: number, b: number, c: number, d: number): boolean {
	const left = a * d;
	const right = c * b;
	return left <= most && right <= most ? left > right : BigInt(a) * BigInt(d) > BigInt(c) * BigInt(b);
}

/** Whether the bounds alone show that `a` is dearer than `b`, in proportion to cost. */
export const surelyDearer = (a: Offer, b: Offer): boolean =>
	a.rateLow > b.rateHigh || (a.rateHigh > b.rateLow && exceeds(a.low, a.cost, b.high, b.cost));
