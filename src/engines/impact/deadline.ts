// What had to happen by a day: in which period it counts, and whether it came in time.
import type { Period } from './period.ts';

export const timeliness = ['in_time', 'late', 'overdue'] as const;
export type Timeliness = (typeof timeliness)[number];

/** One thing that had to happen, in calendar days of its space. */
export interface Course {
	begunOn: string | null;
	dueOn: string | null;
	/** The day it happened; null while it has not. */
	endedOn: string | null;
	/** As judged on the day it happened. */
	inTime: boolean;
	/** Still awaited at the end of its due day: neither withdrawn nor hidden by then. */
	awaited: boolean;
}

/**
 * What a thing is in a period, once: it happened in it, in time or late; or its day passed in it without it. Null when it is
 * none of the period's. A period that is over is judged by what was known at its end, so it never changes afterwards.
 */
export function timelinessOf(course: Course, { from, to }: Period, today: string): Timeliness | null {
	const { dueOn, endedOn, inTime, awaited } = course;
	if (endedOn !== null && endedOn >= from && endedOn <= to) return inTime ? 'in_time' : 'late';
	const missed = dueOn !== null && dueOn >= from && dueOn <= to && dueOn < today && awaited;
	return missed && (endedOn === null || (endedOn > to && !inTime)) ? 'overdue' : null;
}
