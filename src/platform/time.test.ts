// Wall times and instants: there and back in every zone, through gaps and overlaps, over ends of months.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, instantOf, isWallTime, monthOf, wallTimeOf } from './time.ts';

const zones = [
	'UTC',
	'Africa/Casablanca',
	'Africa/Tunis',
	'Africa/Algiers',
	'America/La_Paz',
	'Europe/Paris',
	'Europe/Madrid',
	'Asia/Kathmandu',
	'Australia/Lord_Howe',
	'America/St_Johns',
	'Pacific/Apia',
];
const zone = fc.constantFrom(...zones);
const minute = 60_000;
// From 1973, since when every zone has been whole minutes from UTC, to 2050.
const instant = fc
	.integer({ min: Date.UTC(1973, 0) / minute, max: Date.UTC(2050, 0) / minute })
	.map((n) => new Date(n * minute));
const day = fc
	.integer({ min: 0, max: 30_000 })
	.map((n) => new Date(Date.UTC(1970, 0, 1 + n)).toISOString().slice(0, 10));
const wall = fc
	.tuple(day, fc.nat(23), fc.nat(59))
	.map(([date, hour, min]) => `${date}T${String(hour).padStart(2, '0')}:${String(min).padStart(2, '0')}`);

describe('from an instant to a wall time and back', () => {
	test('the wall time is the same, whatever the zone', () => {
		fc.assert(
			fc.property(zone, instant, (where, at) => {
				const shown = wallTimeOf(at, where);
				expect(isWallTime(shown)).toBe(true);
				expect(wallTimeOf(instantOf(shown, where), where)).toBe(shown);
			}),
		);
	});

	test('the instant is the same, or an earlier one that the clocks showed alike', () => {
		fc.assert(
			fc.property(zone, instant, (where, at) => {
				const back = instantOf(wallTimeOf(at, where), where);
				expect(back.getTime()).toBeLessThanOrEqual(at.getTime());
				expect(at.getTime() - back.getTime()).toBeLessThanOrEqual(3 * 60 * minute);
			}),
		);
	});

	test('in a zone that never moves its clocks it is exact', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('UTC', 'America/La_Paz', 'Asia/Kathmandu'),
				instant.filter((at) => at > new Date('1990-01-01')),
				(where, at) => {
					expect(instantOf(wallTimeOf(at, where), where)).toEqual(at);
				},
			),
		);
	});
});

describe('from a wall time to an instant', () => {
	test('a later wall time is never an earlier instant, but inside a gap', () => {
		fc.assert(
			fc.property(zone, wall, wall, (where, one, two) => {
				const [early, late] = one <= two ? [one, two] : [two, one];
				const exists = (text: string) => wallTimeOf(instantOf(text, where), where) === text;
				fc.pre(exists(early) && exists(late));
				expect(instantOf(early, where).getTime()).toBeLessThanOrEqual(instantOf(late, where).getTime());
			}),
		);
	});

	test.each([
		// Morocco: forward on 6 April 2025 at 2:00, back on 23 February 2025 at 3:00.
		['Africa/Casablanca', '2025-04-06T01:59', '2025-04-06T01:59:00Z'],
		['Africa/Casablanca', '2025-04-06T02:00', '2025-04-06T02:00:00Z'],
		['Africa/Casablanca', '2025-04-06T02:30', '2025-04-06T02:30:00Z'],
		['Africa/Casablanca', '2025-04-06T03:30', '2025-04-06T02:30:00Z'],
		['Africa/Casablanca', '2025-02-23T02:30', '2025-02-23T01:30:00Z'],
		['Africa/Casablanca', '2025-02-23T03:00', '2025-02-23T03:00:00Z'],
		['Europe/Paris', '2026-03-29T02:30', '2026-03-29T01:30:00Z'],
		['Europe/Paris', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
		// Lord Howe moves by half an hour.
		['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00Z'],
	])('in %s, %s is %s', (where, text, expected) => {
		expect(instantOf(text, where).toISOString()).toBe(new Date(expected).toISOString());
	});

	test('in a gap it moves on by the gap, in an overlap it is the first of two', () => {
		expect(wallTimeOf(instantOf('2025-04-06T02:30', 'Africa/Casablanca'), 'Africa/Casablanca')).toBe(
			'2025-04-06T03:30',
		);
		expect(wallTimeOf(new Date('2025-02-23T02:30:00Z'), 'Africa/Casablanca')).toBe('2025-02-23T02:30');
		expect(wallTimeOf(new Date('2025-02-23T01:30:00Z'), 'Africa/Casablanca')).toBe('2025-02-23T02:30');
	});

	test('what is no wall time is an error', () => {
		expect(() => instantOf('2026-11-22', 'UTC')).toThrow(RangeError);
		expect(() => instantOf('2026-11-22T14:05Z', 'UTC')).toThrow(RangeError);
	});
});

test.each([
	['2026-02-28T23:59', true],
	['2024-02-29T00:00', true],
	['2026-02-29T00:00', false],
	['2026-04-31T10:00', false],
	['2026-13-01T10:00', false],
	['2026-00-10T10:00', false],
	['2026-01-00T10:00', false],
	['2026-01-01T24:00', false],
	['2026-01-01T23:60', false],
	['2026-01-01 10:00', false],
	['2026-01-01T10:00:00', false],
	['', false],
])('%s is a wall time: %s', (text, expected) => {
	expect(isWallTime(text)).toBe(expected);
});

describe('calendar days', () => {
	test('that are added come back when counted, over any end of month or year', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: -800, max: 800 }), (from, days) => {
				expect(daysBetween(from, addDays(from, days))).toBe(days);
			}),
		);
	});

	test.each([
		['2026-01-31', 1, '2026-02-01'],
		['2024-02-28', 1, '2024-02-29'],
		['2026-12-31', 1, '2027-01-01'],
		['2026-03-01', -1, '2026-02-28'],
	])('%s and %i days is %s', (from, days, expected) => {
		expect(addDays(from, days)).toBe(expected);
	});

	test('begin at the midnight of their zone', () => {
		expect(dayOf(new Date('2026-06-30T22:59:59Z'), 'Africa/Tunis')).toBe('2026-06-30');
		expect(dayOf(new Date('2026-06-30T23:00:00Z'), 'Africa/Tunis')).toBe('2026-07-01');
		expect(dayOf(new Date('2026-07-01T03:59:59Z'), 'America/La_Paz')).toBe('2026-06-30');
	});

	test('of a month lie between its first and its last, and the next day is another month', () => {
		fc.assert(
			fc.property(day, (one) => {
				const { from, to } = monthOf(one);
				expect(from <= one && one <= to).toBe(true);
				expect(from.endsWith('-01')).toBe(true);
				expect(addDays(to, 1).slice(8)).toBe('01');
			}),
		);
	});
});
