// What is usual: a winsorised level of four weeks, a smoothed profile of the day, and how far hours scatter around them.
import { DAY_HOURS, type Hour, dayOfWeek, hourOfDay } from './series.ts';

export interface Baseline {
	/** The expected count of an hour. */
	expected(at: number): number;
	/** Variance is μ + dispersion·μ². */
	dispersion: number;
}

/** Counts above this quantile are taken for it, so that a crisis does not become usual. */
const WINSOR = 0.995;
/** Weights of the hours before, at and after, around the clock. */
const KERNEL = [1, 2, 3, 2, 1];
/** The profile is drawn to the flat one as by so many comments, since few comments tell little about hours. */
const FLAT = 10;
/** So is each weekday to all days. */
const EVEN = 30;
/** Never less is expected an hour: a page that was silent has no rate of nothing. */
const LEAST = 0.02;

function quantile(sorted: readonly number[], share: number): number {
	const place = share * (sorted.length - 1);
	const low = Math.floor(place);
	return sorted[low]! + (place - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}

/** Of the known hours of four weeks without the last day; the caller leaves planned ones out. */
export function baselineOf(hours: readonly Hour[]): Baseline {
	const cap = quantile(
		hours.map(({ n }) => n).sort((a, b) => a - b),
		WINSOR,
	);
	const capped = (n: number): number => Math.min(n, Math.max(cap, 1));
	const sums = Array.from({ length: DAY_HOURS }, () => 0);
	const counts = Array.from({ length: DAY_HOURS }, () => 0);
	for (const { at, n } of hours) {
		sums[hourOfDay(at)]! += capped(n);
		counts[hourOfDay(at)]!++;
	}
	const total = sums.reduce((sum, one) => sum + one, 0);
	const level = Math.max(LEAST, total / Math.max(1, hours.length));
	const profile = sums.map((_, hour) => {
		let seen = 0;
		let usual = 0;
		KERNEL.forEach((weight, i) => {
			const near = (hour + i - 2 + DAY_HOURS) % DAY_HOURS;
			seen += weight * sums[near]!;
			usual += weight * counts[near]! * level;
		});
		return (seen + FLAT) / (usual + FLAT);
	});
	const mean = profile.reduce((sum, one) => sum + one, 0) / DAY_HOURS;
	const daily = (at: number): number => (level * profile[hourOfDay(at)]!) / mean;
	const weekdays = Array.from({ length: 7 }, () => ({ seen: EVEN, usual: EVEN }));
	for (const { at, n } of hours) {
		const weekday = weekdays[dayOfWeek(at)]!;
		weekday.seen += capped(n);
		weekday.usual += daily(at);
	}
	const week = weekdays.map(({ seen, usual }) => seen / usual);
	const expected = (at: number): number => Math.max(LEAST, daily(at) * week[dayOfWeek(at)]!);
	let excess = 0;
	let squares = 0;
	for (const { at, n } of hours) {
		const rate = expected(at);
		excess += (capped(n) - rate) ** 2 - rate;
		squares += rate ** 2;
	}
	return { expected, dispersion: Math.min(5, Math.max(0, excess / Math.max(squares, 1e-9))) };
}
