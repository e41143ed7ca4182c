// The arithmetic of figures: medians, shares, and what small groups may show.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideSmall, leastPeople, median, reportIndicators, share } from './indicator.ts';

test('the median of nothing is unknown, of an even list the mean of its middle', () => {
	expect(median([])).toBeNull();
	expect(median([3])).toBe(3);
	expect(median([9, 1, 4])).toBe(4);
	expect(median([1, 2, 4, 100])).toBe(3);
});

test('a share of nothing is unknown, never zero', () => {
	expect(share(0, 0)).toBeNull();
	expect(share(0, 4)).toBe(0);
	expect(share(1, 4)).toBe(0.25);
});

test('groups of five and more are shown as they are', () => {
	const parts = [
		{ part: 'a', n: 5 },
		{ part: 'b', n: 80 },
	];
	expect(hideSmall(parts)).toEqual(parts);
});

test('a single small group takes the next smallest with it, so that the total does not tell', () => {
	expect(
		hideSmall([
			{ part: 'a', n: 3 },
			{ part: 'b', n: 9 },
			{ part: 'c', n: 7 },
		]),
	).toEqual([
		{ part: 'a', n: null, why: 'small' },
		{ part: 'b', n: 9 },
		{ part: 'c', n: null, why: 'hidden' },
	]);
});

test('small groups that are few people together take the next one with them', () => {
	expect(
		hideSmall([
			{ part: 'a', n: 1 },
			{ part: 'b', n: 2 },
			{ part: 'c', n: 6 },
		]).map(({ n }) => n),
	).toEqual([null, null, null]);
	expect(
		hideSmall([
			{ part: 'a', n: 4 },
			{ part: 'b', n: 2 },
			{ part: 'c', n: 6 },
		]).map(({ n }) => n),
	).toEqual([null, null, 6]);
});

test('no small group is ever shown, and what is hidden cannot be told from the total', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 9 }), (counts) => {
			const shown = hideSmall(counts.map((n, at) => ({ part: String(at), n })));
			for (const { n } of shown) if (n !== null) expect(n).toBeGreaterThanOrEqual(leastPeople);
			const hidden = counts.filter((_n, at) => shown[at]!.n === null);
			if (hidden.length > 0) expect(hidden.length).toBeGreaterThan(1);
			const all = hidden.length === counts.length;
			if (hidden.length > 0 && !all) expect(hidden.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(leastPeople);
		}),
	);
});

test('every indicator is made in one way', () => {
	for (const { name, counter, median: sampled, deadline, denominator, distinct } of reportIndicators) {
		expect([counter, sampled, deadline].filter(Boolean), name).toHaveLength(1);
		expect(Boolean(denominator) && Boolean(distinct), name).toBe(false);
	}
});
