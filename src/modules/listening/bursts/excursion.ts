// A sum that rises while hours speak for a burst (CUSUM, Page 1954), and what was counted since it left zero.
import { HOUR, type Hour } from './series.ts';

export interface Excursion {
	/** The sum now; 0 when there is no excursion. */
	value: number;
	peak: number;
	peakAt: number;
	/** Beginning of its first hour. */
	since: number;
	hours: number;
	observed: number;
	expected: number;
	/** Sums over the hours that say so; `judged` is their count of comments, `heard` that of hours with authors. */
	hostile: number;
	judged: number;
	authors: number;
	heard: number;
	/** The most authors of one hour: surely different people. */
	together: number;
}

const none: Excursion = {
	value: 0,
	peak: 0,
	peakAt: 0,
	since: 0,
	hours: 0,
	observed: 0,
	expected: 0,
	hostile: 0,
	judged: 0,
	authors: 0,
	heard: 0,
	together: 0,
};

/** A sum that has not risen above its highest point for so long starts again, or it would be deaf for days after a crisis. */
const REST = 24 * HOUR;

export interface Cusum {
	now(): Excursion;
	/** Takes the next hour with its expected count and its step; answers the excursion that ended with it, if one did. */
	step(hour: Hour, expected: number, by: number): Excursion | null;
}

export function cusum(): Cusum {
	let now = none;
	return {
		now: () => now,
		step(hour, expected, by) {
			const value = now.value + by;
			const tired = now.value > 0 && value <= now.peak && hour.at - now.peakAt >= REST;
			if (value <= 0 || tired) {
				const ended = now.value > 0 ? now : null;
				now = none;
				return ended;
			}
			const higher = value > now.peak;
			now = {
				value,
				peak: higher ? value : now.peak,
				peakAt: higher ? hour.at : now.peakAt,
				since: now.value > 0 ? now.since : hour.at,
				hours: now.hours + 1,
				observed: now.observed + hour.n,
				expected: now.expected + expected,
				hostile: now.hostile + (hour.hostile ?? 0),
				judged: now.judged + (hour.hostile === undefined ? 0 : hour.n),
				authors: now.authors + (hour.authors ?? 0),
				heard: now.heard + (hour.authors === undefined ? 0 : hour.n),
				together: Math.max(now.together, hour.authors ?? 0),
			};
			return null;
		},
	};
}
