// Sizes in units people read.
import { expect, test } from 'vitest';
import { inUnit } from './bytes.ts';

test.each([
	[0, 0, 'kB'],
	[1_500, 1.5, 'kB'],
	[999_999, 1_000, 'kB'],
	[52_428_800, 52.4, 'MB'],
	[3e12, 3, 'TB'],
	[4e15, 4_000, 'TB'],
] as const)('%d bytes are %d %s', (bytes, amount, unit) => {
	expect(inUnit(bytes)).toEqual([amount, unit]);
});
