// Periods: the month that is over, the months around, what is refused, and how a chart groups its days.
import { describe, expect, test } from 'vitest';
import { addDays } from '#platform/time.ts';
import { bucketsOf, isMonth, lastFullMonth, monthsAround, readPeriod } from './period.ts';

const today = '2026-11-22';

describe('the usual period', () => {
	test('is the last month that is over, also in January', () => {
		expect(lastFullMonth(today)).toEqual({ from: '2026-10-01', to: '2026-10-31' });
		expect(lastFullMonth('2027-01-01')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
		expect(lastFullMonth('2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
	});

	test('has months around it, but none that lies ahead', () => {
		expect(monthsAround({ from: '2026-10-01', to: '2026-10-31' }, today)).toEqual({
			previous: { from: '2026-09-01', to: '2026-09-30' },
			next: { from: '2026-11-01', to: '2026-11-30' },
		});
		expect(monthsAround({ from: '2026-11-01', to: '2026-11-30' }, today).next).toBeNull();
		expect(monthsAround({ from: '2026-10-20', to: '2026-11-05' }, today).previous.from).toBe('2026-09-01');
	});

	test('is known as a month only when it is whole', () => {
		expect(isMonth({ from: '2026-10-01', to: '2026-10-31' })).toBe(true);
		expect(isMonth({ from: '2026-10-01', to: '2026-10-30' })).toBe(false);
		expect(isMonth({ from: '2026-09-01', to: '2026-10-31' })).toBe(false);
	});
});

describe('an asked period', () => {
	test('is taken as it is, one day included', () => {
		expect(readPeriod('2026-10-05', '2026-10-05', today)).toEqual({
			period: { from: '2026-10-05', to: '2026-10-05' },
			refusals: [],
		});
	});

	test.each([
		['2026-02-30', '2026-03-01', 'period.day_wrong', 'from'],
		['2026-02-01', 'tomorrow', 'period.day_wrong', 'to'],
		['2026-02-01', null, 'period.day_wrong', 'to'],
		['2026-03-02', '2026-03-01', 'period.order_wrong', 'to'],
		['2025-01-01', '2026-03-01', 'period.too_long', 'to'],
		['+002026-01-01', '2026-01-02', 'period.day_wrong', 'from'],
	])('from %s to %s is refused beside its field', (from, to, code, field) => {
		const { period, refusals } = readPeriod(from, to, today);
		expect(refusals[0]).toMatchObject({ code, field });
		expect(period).toEqual(lastFullMonth(today));
	});

	test('may be a whole leap year', () => {
		expect(readPeriod('2028-01-01', '2028-12-31', today).refusals).toEqual([]);
	});
});

describe('a chart', () => {
	const days = (count: number) => Array.from({ length: count }, (_, at) => ({ day: addDays('2026-10-01', at), n: 1 }));

	test('shows days up to a month', () => {
		expect(bucketsOf(days(31))).toHaveLength(31);
	});

	test('shows weeks from Monday beyond, and loses nothing', () => {
		const weeks = bucketsOf(days(61));
		expect(weeks[0]).toEqual({ from: '2026-10-01', to: '2026-10-04', n: 4 });
		expect(weeks[1]).toEqual({ from: '2026-10-05', to: '2026-10-11', n: 7 });
		expect(weeks.reduce((sum, { n }) => sum + n, 0)).toBe(61);
	});
});
