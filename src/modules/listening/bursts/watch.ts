// Watches a series hour by hour, each in constant time, and says when there is a burst.
import type { Alarm, Level, Why } from './alarm.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { logRatio, logTail } from './distributions.ts';
import { cusum } from './excursion.ts';
import { notRed, usualHostility } from './hostility.ts';
import { DAY_HOURS, HOUR, type Hour } from './series.ts';
import { thresholdFor } from './thresholds.ts';

/** How many alarms of each level are wanted in 30 days of nothing special. */
export interface Budget {
	amber: number;
	red: number;
}

/** One a month of either: who also looks at a board every day asks for more amber ones (30 / 7 is one a week). */
export const usualBudget: Budget = { amber: 1, red: 1 };

const DAY = DAY_HOURS * HOUR;
/** Known days of the level and the profile, however far apart; the last day is left out, so that a crisis does not raise what it is measured by. */
const WINDOW = 28;
const GUARD = 1;
/** Below so many known days nothing is known of what is usual. */
const COLD = 21;
/** Days and peaks are remembered for so long. */
const MEMORY = 84;
/** After an alarm of a level there is none of it for so long: it is the same burst. One that goes on is told after twice as long each time. */
const QUIET = 12 * HOUR;
const SHIFT = 3;
/** The share of the budget for sums of hours; the rest is for single hours. */
const FOR_SHIFTS = 0.85;
/** Thresholds are estimates, and what they let pass too often weighs more than what they stop: so much of the budget is planned. */
const SAFETY = 0.75;
/** Sums and surprises under these never alarm, however quiet the past was. */
const LEAST_SUM = 3;
const LEAST_SURPRISE = 7;
/** While nothing is known: so many comments in an hour, or so many times the busiest hour before. */
const ABSOLUTE = 30;
const BUSIEST = 3;

interface Peak {
	at: number;
	height: number;
}

export interface Watch {
	/** The next hour, later than all before; hours may be missing, they are unknown and not zero. */
	hour(hour: Hour): Alarm[];
}

const iso = (at: number): string => new Date(at).toISOString();

export function watch(budget: Budget = usualBudget): Watch {
	let hours: Hour[] = [];
	let sums: Peak[] = [];
	/** The highest surprise of each day. */
	let surprises: Peak[] = [];
	let first: number | null = null;
	/** Days counted from the first hour, of those with an hour that is known; today last. */
	let days: number[] = [];
	let usual: { baseline: Baseline; hostility: { a: number; b: number } | null } | null = null;
	let limits = { sum: { amber: 0, red: 0 }, surprise: { amber: 0, red: 0 } };
	let busiest = 0;
	let sum = cusum();
	/** The last alarm of each level, how long it is quiet after it, and how low the sum has been since then. */
	const last: Record<Level, { at: number; quiet: number; low: number }> = {
		amber: { at: -Infinity, quiet: QUIET, low: 0 },
		red: { at: -Infinity, quiet: QUIET, low: 0 },
	};

	const dayOf = (at: number): number => Math.floor((at - first!) / DAY);
	const measure = (hour: Hour, { expected, dispersion }: Baseline) => {
		const rate = expected(hour.at);
		const surprise = -logTail(hour.n, rate, dispersion);
		const ended = sum.step(hour, rate, logRatio(hour.n, rate, dispersion, SHIFT));
		if (ended) sums.push({ at: ended.peakAt, height: ended.peak });
		const day = surprises.at(-1);
		if (day && hour.at - day.at < DAY) day.height = Math.max(day.height, surprise);
		else surprises.push({ at: hour.at, height: surprise });
		return { rate, surprise };
	};
	const calibrate = (now: number): void => {
		const recent = ({ at }: Peak): boolean => now - at < MEMORY * DAY;
		sums = sums.filter(recent);
		surprises = surprises.filter(recent);
		const at = (peaks: readonly Peak[], per30: number, share: number, least: number): number =>
			thresholdFor(
				peaks.map(({ height }) => height),
				(per30 * share * days.length * SAFETY) / 30,
				least,
			);
		const both = (peaks: readonly Peak[], share: number, least: number) => {
			const amber = at(peaks, budget.amber, share, least);
			return { amber, red: Math.max(amber, at(peaks, budget.red, share, least)) };
		};
		limits = { sum: both(sums, FOR_SHIFTS, LEAST_SUM), surprise: both(surprises, 1 - FOR_SHIFTS, LEAST_SURPRISE) };
	};
	/**
	 * The peaks of the past, each week of it measured by what the other weeks taught: measured by itself it would look more usual
	 * than any week to come.
	 */
	const replay = (known: readonly Hour[]): void => {
		const week = ({ at }: Hour): number => Math.floor((at - first!) / (7 * DAY));
		const others = new Map<number, Baseline>();
		for (const hour of hours) {
			const own = week(hour);
			if (!others.has(own)) others.set(own, baselineOf(known.filter((other) => week(other) !== own)));
			measure(hour, others.get(own)!);
		}
	};
	/** Once a day, before its first hour; the first time the past is replayed. */
	const fit = (now: number): void => {
		const from = days.at(-WINDOW - GUARD) ?? 0;
		hours = hours.filter(({ at }) => dayOf(at) >= from);
		const known = hours.filter(({ at }) => at < now - GUARD * DAY);
		const baseline = baselineOf(known);
		if (usual === null) replay(known);
		usual = { baseline, hostility: usualHostility(known) };
		calibrate(now);
	};
	/** A new day with a known hour: what is usual is measured anew, or given up where too little is left after a gap. */
	const turn = (now: number): void => {
		const today = dayOf(now);
		days = days.filter((day) => today - day <= MEMORY);
		if (days.length >= COLD) fit(now);
		else if (usual !== null) {
			[usual, sums, surprises, sum] = [null, [], [], cusum()];
		}
		days.push(today);
	};
	/** Whether the level is passed anew: by a rise of the sum since the last alarm's quiet hours, or by an hour alone. */
	const passes = (level: Level, at: number, value: number, surprise: number): 'shift' | 'shock' | null => {
		const before = last[level];
		if (at - before.at < before.quiet) {
			before.low = value;
			return null;
		}
		before.low = Math.min(before.low, value);
		if (value - before.low >= limits.sum[level]) return 'shift';
		return surprise >= limits.surprise[level] ? 'shock' : null;
	};
	const alarmed = (level: Level, at: number, value: number): void => {
		const before = last[level];
		const quiet = at - before.at < 2 * before.quiet ? 2 * before.quiet : QUIET;
		last[level] = { at, quiet, low: value };
		if (level === 'red') last.amber = { ...last.red };
	};
	const cold = (hour: Hour): Alarm[] => {
		const before = days.length - 1;
		const limit = Math.max(ABSOLUTE, BUSIEST * busiest);
		busiest = Math.max(busiest, hour.n);
		if (before < 1 || hour.n < limit || hour.at - last.amber.at < DAY) return [];
		alarmed('amber', hour.at, 0);
		const why: Why = { rule: 'absolute', limit, days: before };
		return [{ t: iso(hour.at), level: 'amber', expected: null, observed: hour.n, why }];
	};

	return {
		hour(hour) {
			first ??= hour.at;
			if (hour.planned) return [];
			if (days.at(-1) !== dayOf(hour.at)) turn(hour.at);
			hours.push(hour);
			if (usual === null) return cold(hour);
			const { rate, surprise } = measure(hour, usual.baseline);
			const now = sum.now();
			const red = passes('red', hour.at, now.value, surprise);
			const amber = passes('amber', hour.at, now.value, surprise);
			const rule = red ?? amber;
			if (rule === null) return [];
			const but = red ? notRed(now.value > 0 ? now : alone(hour), usual.hostility) : null;
			if (but && amber === null) return [];
			const level = red && !but ? 'red' : 'amber';
			const high = red ? 'red' : 'amber';
			alarmed(level, hour.at, now.value);
			const more = but ? { notRed: but } : {};
			const round = (figure: number): number => Number(figure.toPrecision(4));
			if (rule === 'shift')
				return [
					{
						t: iso(hour.at),
						level,
						expected: round(now.expected),
						observed: now.observed,
						why: {
							rule: 'shift',
							since: iso(now.since),
							hours: now.hours,
							sum: round(now.value),
							threshold: round(limits.sum[high]),
							...more,
						},
					},
				];
			return [
				{
					t: iso(hour.at),
					level,
					expected: round(rate),
					observed: hour.n,
					why: {
						rule: 'shock',
						chance: round(Math.exp(-surprise)),
						surprise: round(surprise),
						threshold: round(limits.surprise[high]),
						...more,
					},
				},
			];
		},
	};
}

const alone = ({ n, hostile, authors }: Hour) => ({
	hostile: hostile ?? 0,
	judged: hostile === undefined ? 0 : n,
	authors: authors ?? 0,
	heard: authors === undefined ? 0 : n,
	together: authors ?? 0,
});
