// What is watched: one count an hour of one page or topic.

/** An hour of a series. */
export interface Hour {
	/** Its beginning, in milliseconds since 1970 (UTC). */
	at: number;
	/** Comments or mentions. */
	n: number;
	/** How many of them are hostile, where somebody or something judged that. */
	hostile?: number;
	/** How many different people wrote them. */
	authors?: number;
	/** A post, an advertisement or a broadcast was to bring comments: a known cause. */
	planned?: boolean;
}

export const HOUR = 3_600_000;
export const DAY_HOURS = 24;

/** The hour of the day, 0 to 23, in UTC: a rhythm is found in any zone, as long as its clock stays the same. */
export const hourOfDay = (at: number): number => Math.floor(at / HOUR) % DAY_HOURS;

/** The day of the week, 0 to 6, in UTC. */
export const dayOfWeek = (at: number): number => Math.floor(at / (DAY_HOURS * HOUR)) % 7;
