// Seeing bursts: the parts by hand, then series whose bursts are known.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alarm } from './alarm.ts';
import { baselineOf } from './baseline.ts';
import { betaBinomialTail, logGamma, logRatio, logTail } from './distributions.ts';
import { cusum } from './excursion.ts';
import { DAY_HOURS, HOUR, type Hour } from './series.ts';
import { hourAt, rhythm, simulated } from './test/simulated.ts';
import { thresholdFor } from './thresholds.ts';
import { type Budget, usualBudget, watch } from './watch.ts';

const alarmsOf = (hours: Iterable<Hour>, budget?: Budget): Alarm[] => {
	const watched = watch(budget);
	return [...hours].flatMap((hour) => watched.hour(hour));
};
const page = { seed: 5, days: 70, rate: 2, dispersion: 0.4 };
const dawn = 60 * DAY_HOURS;
const burst = { times: 8, from: dawn + 9 };
const during = (alarms: Alarm[]): Alarm[] => alarms.filter(({ t }) => Date.parse(t) >= hourAt(burst.from));

test('the worked example of the README', () => {
	const sum = cusum();
	const values = [1, 4, 3, 0].map((n, i) => {
		sum.step({ at: i * HOUR, n }, 1, logRatio(n, 1, 0, 3));
		return sum.now().value;
	});
	expect(values.map((value) => Math.round(value * 1000) / 1000)).toEqual([0, 2.394, 3.69, 1.69]);
	expect(sum.now()).toMatchObject({ since: HOUR, observed: 7, expected: 3, hours: 3 });
});

describe('distributions', () => {
	test('are those of the tables', () => {
		expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10);
		expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 10);
		// P(Y ≥ 3) for Poisson of mean 1, and for the geometric distribution of mean 1 (dispersion 1).
		expect(Math.exp(logTail(3, 1, 0))).toBeCloseTo(1 - 2.5 / Math.E, 5);
		expect(Math.exp(logTail(3, 1, 1))).toBeCloseTo(1 / 8, 8);
		// Beta(1, 1): every count of 0 to 4 is as likely.
		expect(betaBinomialTail(3, 4, 1, 1)).toBeCloseTo(2 / 5, 8);
		// However many the draws: a share of Beta(1, 1) is above a quarter in three of four.
		expect(betaBinomialTail(25e7, 1e9, 1, 1)).toBeCloseTo(3 / 4, 3);
	});

	test('a tail falls with the count, and a step rises with it', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 400 }),
				fc.double({ min: 0.02, max: 50, noNaN: true }),
				fc.double({ min: 0, max: 5, noNaN: true }),
				(n, mean, dispersion) => {
					const tail = logTail(n, mean, dispersion);
					expect(tail).toBeLessThanOrEqual(0);
					expect(logTail(n + 1, mean, dispersion)).toBeLessThanOrEqual(tail + 1e-9);
					expect(logRatio(n + 1, mean, dispersion, 3)).toBeGreaterThan(logRatio(n, mean, dispersion, 3));
				},
			),
			{ numRuns: 2000 },
		);
	});
});

test('the usual is found again: rhythm of the day and level, whatever one wild day did', () => {
	const hours = [...simulated({ ...page, rate: 8, days: 28 })];
	const wild = hours.map((hour, i) => (i >= 240 && i < 252 ? { ...hour, n: hour.n * 12 } : hour));
	for (const series of [hours, wild]) {
		const { expected, dispersion } = baselineOf(series);
		for (const index of [4, 16, 22]) expect(expected(hourAt(index)) / (8 * rhythm(index))).toBeGreaterThan(0.6);
		for (const index of [10, 16, 22]) expect(expected(hourAt(index)) / (8 * rhythm(index))).toBeLessThan(1.5);
		expect(dispersion).toBeGreaterThan(0.1);
		expect(dispersion).toBeLessThan(1.5);
	}
});

test('a threshold lets pass as many as wanted, and asks for more where fewer are wanted', () => {
	const peaks = Array.from({ length: 400 }, (_, i) => -Math.log((i + 0.5) / 400));
	const passing = (wanted: number): number => peaks.filter((peak) => peak >= thresholdFor(peaks, wanted, 0)).length;
	expect(passing(4)).toBeGreaterThanOrEqual(3);
	expect(passing(4)).toBeLessThanOrEqual(5);
	expect(thresholdFor(peaks, 0.1, 0)).toBeGreaterThan(Math.max(...peaks));
	for (const few of [[], [300], [300, 200]]) expect(thresholdFor(few, 1, 3)).toBe(3);
	// A crisis of two peaks in the memory does not make deaf for the next.
	expect(thresholdFor([...peaks, 300, 200], 1, 0) / thresholdFor(peaks, 1, 0)).toBeLessThan(1.4);
});

test('a burst of eight times the usual is red within hours; its alarm says what was seen', () => {
	const [first] = during(alarmsOf(simulated({ ...page, burst }))).filter(({ level }) => level === 'red');
	expect(Date.parse(first!.t) - hourAt(burst.from)).toBeLessThanOrEqual(4 * HOUR);
	expect(first!.observed).toBeGreaterThan(first!.expected! * 2);
	expect(['shift', 'shock']).toContain(first!.why.rule);
});

test('a crisis of ten days is told again ever more seldom', () => {
	const long = [...simulated(page)].map((hour, i) =>
		i >= dawn && i < dawn + 10 * DAY_HOURS ? { ...hour, n: hour.n * 8 + 6 } : hour,
	);
	const told = during(alarmsOf(long)).map(({ t }) => Date.parse(t));
	expect(told.length).toBeGreaterThan(2);
	expect(told.length).toBeLessThanOrEqual(6);
	const waits = told.slice(1).map((at, i) => at - told[i]!);
	expect(waits).toEqual(waits.toSorted((a, b) => a - b));
});

test('a planned burst is no alarm, and does not become usual', () => {
	const planned = (hour: Hour): Hour => ({
		...hour,
		planned: hour.at >= hourAt(burst.from) && hour.at < hourAt(burst.from + 24),
	});
	const alarms = alarmsOf([...simulated({ ...page, burst })].map(planned));
	expect(during(alarms).filter(({ t }) => Date.parse(t) < hourAt(burst.from + 24))).toEqual([]);
});

test('red needs more than a few authors and more hostility than usual, where the series says', () => {
	const told = (authors: (n: number) => number, share: number): Alarm[] =>
		during(
			alarmsOf(
				[...simulated({ ...page, burst })].map((hour) => ({
					...hour,
					authors: hour.at < hourAt(burst.from) ? hour.n : authors(hour.n),
					hostile: Math.round(hour.n * (hour.at < hourAt(burst.from) ? 0.1 : share)),
				})),
				// One budget for both: whatever is high enough for amber is so for red.
				{ amber: 1, red: 1 },
			),
		).filter(({ t }) => Date.parse(t) < hourAt(burst.from + 12));
	const levels = (alarms: Alarm[]): string[] => alarms.map(({ level }) => level);
	expect(levels(told((n) => n, 0.6))).toContain('red');
	expect(levels(told((n) => n, 0.1))).not.toContain('red');
	expect(told((n) => n, 0.1).map(({ why }) => ('notRed' in why ? why.notRed : ''))).toContain('hostility');
	// Two people who come every hour are counted again and stay two.
	expect(levels(told((n) => Math.min(n, 2), 0.6))).not.toContain('red');
	expect(told(() => 1, 0.6).map(({ why }) => ('notRed' in why ? why.notRed : ''))).toContain('authors');
});

test('under three weeks there is only the absolute rule, and it says so', () => {
	const quiet = Array.from({ length: 100 }, (_, i): Hour => ({ at: hourAt(i), n: i === 60 ? 29 : i === 80 ? 90 : 1 }));
	expect(alarmsOf(quiet)).toEqual([
		{
			t: new Date(hourAt(80)).toISOString(),
			level: 'amber',
			expected: null,
			observed: 90,
			why: { rule: 'absolute', limit: 87, days: 3 },
		},
	]);
});

test('a page silent but for its crises is not deaf for the third', () => {
	const crises: Readonly<Record<number, number>> = { 40: 20, 71: 12, 100: 19 };
	const hours = Array.from({ length: 120 * DAY_HOURS }, (_, i): Hour => ({
		at: hourAt(i),
		n: i % DAY_HOURS < 12 ? (crises[Math.floor(i / DAY_HOURS)] ?? 0) : 0,
	}));
	const days = alarmsOf(hours).map(({ t }) => Math.floor((Date.parse(t) - hourAt(0)) / (DAY_HOURS * HOUR)));
	expect([...new Set(days)]).toEqual([40, 71, 100]);
});

describe('hours nobody knows are no silence', () => {
	const months = (hours: readonly Hour[], gap: number): Hour[] => [
		...hours,
		...[...simulated({ ...page, seed: 6 })].map((hour) => ({
			...hour,
			at: hour.at + (page.days + gap) * DAY_HOURS * HOUR,
		})),
	];
	const past = [...simulated(page)];

	test.each([3, 10, 29, 40, 60])('after a gap of %i days the days before it tell what is usual', (gap) => {
		const back = hourAt((page.days + gap) * DAY_HOURS);
		const soon = alarmsOf(months(past, gap)).filter(
			({ t }) => Date.parse(t) >= back && Date.parse(t) < back + 20 * 24 * HOUR,
		);
		expect(soon.length).toBeLessThanOrEqual(2);
		expect(soon.map(({ why }) => why.rule)).not.toContain('absolute');
	});

	test('after one of many months nothing is known any more, and three weeks later it is', () => {
		const alarms = alarmsOf(
			months(past, 300).map((hour, i) => (i === past.length + 99 ? { ...hour, n: 2_000 } : hour)),
		);
		const back = alarms.filter(({ t }) => Date.parse(t) >= hourAt((page.days + 300) * DAY_HOURS));
		expect(back[0]).toMatchObject({ observed: 2_000, expected: null, why: { rule: 'absolute', days: 4 } });
		const later = months(past, 300).map((hour, i) =>
			i >= past.length + 900 && i < past.length + 912 ? { ...hour, n: 20 } : hour,
		);
		expect(alarmsOf(later).map(({ why }) => why.rule)).toContain('shift');
	});

	test('days are counted by what is known of them: one hour long ago is no history', () => {
		const late = [{ at: hourAt(-22 * DAY_HOURS), n: 2 }, ...past.slice(0, 20 * DAY_HOURS)];
		const planned = past.map((hour, i) => ({ ...hour, planned: i < 40 * DAY_HOURS }));
		for (const hours of [late, planned.slice(0, 60 * DAY_HOURS)]) expect(alarmsOf(hours)).toEqual([]);
	});
});

test.each([
	{ name: 'one a month of either level', budget: usualBudget, most: 1.5 },
	{ name: 'one a week for who looks every day', budget: { amber: 30 / 7, red: 1 }, most: 7 },
])('alarms keep to their budget on pages where nothing happens: $name', ({ budget, most }) => {
	const months = 12 * 3;
	const quiet = Array.from({ length: 12 }, (_, seed) =>
		alarmsOf(simulated({ seed: seed + 40, days: 118, rate: [0.4, 2, 8][seed % 3]!, dispersion: 0.5 }), budget).filter(
			({ t }) => Date.parse(t) >= hourAt(28 * DAY_HOURS),
		),
	).flat();
	const red = quiet.filter(({ level }) => level === 'red').length;
	expect(red / months).toBeLessThanOrEqual(1.5);
	expect(quiet.length / months).toBeLessThanOrEqual(most);
	expect(quiet.length).toBeGreaterThan(0);
});

test('any series is watched without a fault, and the same hours give the same alarms', () => {
	const hours = fc.array(fc.record({ skip: fc.integer({ min: 1, max: 30 }), n: fc.nat(5000) }), { maxLength: 200 });
	fc.assert(
		fc.property(hours, (steps) => {
			let at = 0;
			const series = steps.map(({ skip, n }): Hour => ({ at: (at += skip * HOUR), n }));
			const alarms = alarmsOf(series);
			expect(alarmsOf(series)).toEqual(alarms);
			for (const { observed, t } of alarms)
				expect([observed >= 0, Number.isFinite(Date.parse(t))]).toEqual([true, true]);
		}),
		{ numRuns: 100 },
	);
});
