// What an alarm says.

export type Level = 'amber' | 'red';

/** Hours since `since` speak together for three times the usual: `sum`, a log-likelihood ratio, passed `threshold`. */
interface Shift {
	rule: 'shift';
	since: string;
	hours: number;
	sum: number;
	threshold: number;
	notRed?: NotRed;
}

/** One hour alone: so many or more come with this chance; its surprise, −ln(chance), passed `threshold`. */
interface Shock {
	rule: 'shock';
	chance: number;
	surprise: number;
	threshold: number;
	notRed?: NotRed;
}

/** Too few days of history to know what is usual: the count reached a fixed limit. */
interface Absolute {
	rule: 'absolute';
	limit: number;
	days: number;
}

/** High enough for red, and amber all the same: too few people wrote it, or it is no more hostile than usual. */
export type NotRed = 'authors' | 'hostility';

/** Why there is an alarm: the rule, with the figures that fired it. */
export type Why = Shift | Shock | Absolute;

export interface Alarm {
	/** The beginning of the hour that fired it, as an ISO instant. */
	t: string;
	level: Level;
	/** Over the hours of the alarm: one for a shock, all since it began for a shift. Null while nothing is known. */
	expected: number | null;
	observed: number;
	why: Why;
}
