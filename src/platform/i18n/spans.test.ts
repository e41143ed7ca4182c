// Spans of time at the edges between two units.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest, split } from './spans.ts';

const minute = 60_000;

test('a span is counted in the unit a person would use', () => {
	expect(nearest(-44_000)).toEqual({ amount: 0, unit: 'second' });
	expect(nearest(-46_000)).toEqual({ amount: -1, unit: 'minute' });
	expect(nearest(44 * minute)).toEqual({ amount: 44, unit: 'minute' });
	expect(nearest(46 * minute)).toEqual({ amount: 1, unit: 'hour' });
	expect(nearest(-23 * 60 * minute)).toEqual({ amount: -1, unit: 'day' });
	expect(nearest(-8 * 24 * 60 * minute)).toEqual({ amount: -1, unit: 'week' });
	expect(nearest(28 * 24 * 60 * minute).unit).toBeNull();
});

test('a span beyond the seconds is never said to be 0 and keeps its side', () => {
	fc.assert(
		fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (milliseconds) => {
			const { amount, unit } = nearest(milliseconds);
			if (unit !== null && unit !== 'second') expect(Math.sign(amount)).toBe(Math.sign(milliseconds));
		}),
	);
});

test('a duration has at most two parts and no needless one', () => {
	expect(split(0)).toEqual([[0, 'minute']]);
	expect(split(0.999)).toEqual([[1, 'hour']]);
	expect(split(9.5)).toEqual([
		[9, 'hour'],
		[30, 'minute'],
	]);
	expect(split(10.4)).toEqual([[10, 'hour']]);
	expect(split(47.6)).toEqual([[2, 'day']]);
});
