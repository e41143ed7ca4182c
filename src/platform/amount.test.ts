// Amounts in every habit of writing them; what says none is none.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountOf } from './amount.ts';

test.each([
	['12000', 12_000],
	['12 000', 12_000],
	['12\u202f000', 12_000],
	['12.000', 12_000],
	['12,000', 12_000],
	['1.250.000', 1_250_000],
	['12.000,50', 12_000.5],
	['12,000.50', 12_000.5],
	['12,5', 12.5],
	['0.5', 0.5],
	['٤٥٠٠٠', 45_000],
	['٤٥٬٠٠٠٫٢٥', 45_000.25],
	['۴۵', 45],
	["12'000", 12_000],
])('%s is %d', (typed, amount) => {
	expect(amountOf(typed)).toBe(amount);
});

test.each(['', 'douze mille', '-5', '1.2.3', '12,34,56', '1,2345', '12 000 DH', '1e6', '0x10', '.', '12,'])(
	'«%s» says no amount',
	(typed) => {
		expect(amountOf(typed)).toBeNull();
	},
);

test('what is written by grouping, in either habit, is read back', () => {
	fc.assert(
		fc.property(fc.nat({ max: 999_999_999 }), fc.nat({ max: 99 }), (whole, cents) => {
			const amount = whole + cents / 100;
			for (const tag of ['fr-FR', 'es-ES', 'en-GB', 'de-CH', 'ar-EG'])
				expect(amountOf(new Intl.NumberFormat(tag, { minimumFractionDigits: 2 }).format(amount))).toBeCloseTo(
					amount,
					2,
				);
		}),
	);
});

test('whatever is typed, the answer is null or an amount that is not negative', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(..."0123456789٠٥ .,٫٬-e'") }), (typed) => {
			const amount = amountOf(typed);
			expect(amount === null || (Number.isFinite(amount) && amount >= 0)).toBe(true);
		}),
	);
});
