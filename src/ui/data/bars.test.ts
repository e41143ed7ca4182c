// The length of bars: unknown, nothing, everything, and never outside the chart.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { barWidth } from './bars.ts';

it('draws a share of the whole, in tenths', () => {
	expect(barWidth(1, 3)).toBe(33.3);
	expect(barWidth(3, 3)).toBe(100);
});
it('draws nothing for the unknown and when there is nothing to compare with', () => {
	expect(barWidth(null, 10)).toBe(0);
	expect(barWidth(5, 0)).toBe(0);
});
it('never leaves the chart', () => {
	const size = fc.double({ noNaN: true });
	fc.assert(fc.property(size, size, (value, whole) => barWidth(value, whole) >= 0 && barWidth(value, whole) <= 100));
});
