// The period of a report: whole calendar days, both ends included, in the zone of the space.
import type { Refusal } from '#platform/refusal.ts';
import { addDays, daysBetween, monthOf } from '#platform/time.ts';

export interface Period {
	/** Calendar days, `YYYY-MM-DD`, both included. */
	from: string;
	to: string;
}

/** The longest period of one report, in days: a year and a leap day. */
const longest = 366;

/** The last calendar month that is over on a day. */
export const lastFullMonth = (today: string): Period => monthOf(addDays(monthOf(today).from, -1));

/** The month before the one a period begins in, and the month after the one it ends in (null once it lies ahead). */
export function monthsAround({ from, to }: Period, today: string): { previous: Period; next: Period | null } {
	const next = monthOf(addDays(monthOf(to).to, 1));
	return { previous: monthOf(addDays(monthOf(from).from, -1)), next: next.from <= today ? next : null };
}

/** True for one whole calendar month, which has a name. */
export const isMonth = ({ from, to }: Period): boolean => monthOf(from).from === from && monthOf(from).to === to;

function isDay(text: string): boolean {
	if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
	const at = Date.parse(text);
	return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

/** The period somebody asks for; without one, the last full month. What cannot be used is refused, field by field. */
export function readPeriod(
	from: string | null,
	to: string | null,
	today: string,
): { period: Period; refusals: Refusal[] } {
	const usual = lastFullMonth(today);
	if (!from && !to) return { period: usual, refusals: [] };
	const wrong = Object.entries({ from, to }).flatMap(([field, day]) =>
		day && isDay(day) ? [] : [{ code: 'period.day_wrong', field }],
	);
	if (wrong.length > 0) return { period: usual, refusals: wrong };
	const period = { from: from!, to: to! };
	if (period.to < period.from) return { period: usual, refusals: [{ code: 'period.order_wrong', field: 'to' }] };
	if (daysBetween(period.from, period.to) >= longest)
		return { period: usual, refusals: [{ code: 'period.too_long', params: { days: longest }, field: 'to' }] };
	return { period, refusals: [] };
}

export interface Bucket extends Period {
	n: number;
}

/** Days as they are up to a month; longer periods by week from Monday, cut at both ends. */
export function bucketsOf(days: readonly { day: string; n: number }[]): Bucket[] {
	if (days.length <= 31) return days.map(({ day, n }) => ({ from: day, to: day, n }));
	const weeks: Bucket[] = [];
	for (const { day, n } of days) {
		const last = weeks.at(-1);
		if (!last || new Date(Date.parse(day)).getUTCDay() === 1) weeks.push({ from: day, to: day, n });
		else Object.assign(last, { to: day, n: last.n + n });
	}
	return weeks;
}
