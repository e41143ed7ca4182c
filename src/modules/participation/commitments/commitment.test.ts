// When a commitment is overdue, and how its budget is said.
import { expect, test } from 'vitest';
import { overdueDays } from './commitment.ts';
import { currencyOf, moneyOf } from './money.ts';

test.each([
	['planned', '2026-11-22', 0],
	['planned', '2026-11-21', 1],
	['under_way', '2026-10-22', 31],
	['under_way', '2026-12-01', 0],
	['done', '2026-10-22', 0],
	['abandoned', '2026-10-22', 0],
] as const)('%s and due on %s is %d days over on 22 November', (status, dueOn, days) => {
	expect(overdueDays({ status, dueOn }, '2026-11-22')).toBe(days);
});

test('a budget names its currency in full in every language, figures in Western digits', () => {
	expect(moneyOf(180_000, 'MAD', 'fr')).toMatch(/^180\u202f000\sdirhams marocains$/);
	expect(moneyOf(180_000, 'MAD', 'ar')).toMatch(/^180\u202f000\sدرهم مغربي$/);
	expect(moneyOf(1, 'TND', 'en')).toBe('1 Tunisian dinar');
	expect(moneyOf(12.5, 'BOB', 'es')).toMatch(/^12,5\d?\sbolivianos$/);
	expect(moneyOf(180_000, 'MAD', 'zgh')).toMatch(/^180\s000\sⴰⴷⵔⵉⵎ ⵏ ⵍⵎⵖⵔⵉⴱ$/);
});

test.each([
	['MA', 'MAD'],
	['TN', 'TND'],
	['BO', 'BOB'],
	['FR', 'EUR'],
])('money of %s is %s', (region, currency) => {
	expect(currencyOf(region)).toBe(currency);
});
