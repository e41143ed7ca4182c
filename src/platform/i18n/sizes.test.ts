// Sizes in units people read.
import { expect, test } from 'vitest';
import { formatsFor } from './formats.ts';
import { inUnit } from './sizes.ts';

test.each([
	[0, 0, 'kilobyte'],
	[1_500, 1.5, 'kilobyte'],
	[999_999, 1_000, 'kilobyte'],
	[52_428_800, 52.4, 'megabyte'],
	[3e12, 3, 'terabyte'],
	[4e15, 4_000, 'terabyte'],
] as const)('%d bytes are %d %ss', (bytes, amount, unit) => {
	expect(inUnit(bytes)).toEqual([amount, unit]);
});

test.each([
	['ar', '270,6\u00a0غيغابايت'],
	['fr', '270,6\u202fGo'],
	['en', '270.6\u00a0GB'],
	['es', '270,6\u00a0GB'],
] as const)('in %s a size is written in the letters of the language', (locale, written) => {
	expect(formatsFor(locale).size(270_612_345_678)).toBe(written);
});
