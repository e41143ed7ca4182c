// When the demonstration's things happened: people act while they are awake, staff in office hours, no two in one second.
import { addDays, dayOf, instantOf, wallTimeOf } from '#platform/time.ts';
import { chance } from './chance.ts';
import type { Content } from './content.ts';

export const zone = 'Africa/Casablanca';
const hour = 3_600_000;
/** A day of the content has these waking hours, from seven in the morning. */
const [wakes, waking] = [7, 16];

const hourOf = (at: Date): number => {
	const [hours, minutes] = wallTimeOf(at, zone).slice(11).split(':').map(Number) as [number, number];
	return hours + minutes / 60 + (at.getTime() % 60_000) / hour;
};
const atHour = (day: string, hours: number): Date =>
	new Date(instantOf(`${day}T00:00`, zone).getTime() + Math.round(hours * hour));

/** Days since 1970 with the part of the waking day that is over; nights stand still. */
const wakingDays = (at: Date): number =>
	Date.parse(dayOf(at, zone)) / (24 * hour) + Math.min(1, Math.max(0, (hourOf(at) - wakes) / waking));

function fromWakingDays(days: number): Date {
	const whole = Math.floor(days);
	return atHour(addDays('1970-01-01', whole), wakes + (days - whole) * waking);
}

/** A moment so many days before another, counted in waking hours only; later ones come later, none after `base`. */
export function awake(base: Date, daysAgo: number): Date {
	const at = fromWakingDays(wakingDays(base) - daysAgo);
	return at < base ? at : base;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

/** Moderators take turns, weekends too, from nine to six: within these hours a decision is made when it is due, else next morning. */
export function onDuty(since: Date, hours: number, before: Date, key: string): Date {
	const due = new Date(since.getTime() + hours * hour);
	const day = dayOf(due, zone);
	const soon = 0.1 + 0.8 * chance(`${key} duty`);
	const at = hourOf(due) < 9 ? atHour(day, 9 + soon) : hourOf(due) >= 18 ? atHour(addDays(day, 1), 9 + soon) : due;
	if (at < before) return at;
	// Nobody has been on duty since: somebody decided all the same, half way to the loading.
	const [from, to] = [wakingDays(since), wakingDays(before)];
	const half = fromWakingDays(from + Math.min(hours / waking, (to - from) / 2));
	return half > since && half < before ? half : new Date((since.getTime() + before.getTime()) / 2);
}

/** The working day, Monday to Friday from nine to five, that begins on or last before the day of a moment. */
export function inOffice(at: Date, key: string): Date {
	let day = dayOf(at, zone);
	while (isWeekend(day)) day = addDays(day, -1);
	return atHour(day, 9.1 + 7.5 * chance(`${key} office`));
}

export interface Moments {
	/** Contributions, `decision` + key, `answer` + proposal, `progress` + proposal + number. */
	of(key: string): Date;
}

/** The moments of all that is said, decided and answered; the same for the same beginning. */
export function planMoments(
	base: Date,
	{ contributions, answers }: Pick<Content, 'contributions' | 'answers'>,
): Moments {
	const planned = new Map<string, Date>();
	const taken = new Set<number>();
	const plan = (key: string, at: Date): Date => {
		let second = Math.floor(at.getTime() / 1_000);
		while (taken.has(second)) second++;
		taken.add(second);
		const moment = new Date(second * 1_000 + (at.getTime() % 1_000));
		planned.set(key, moment);
		return moment;
	};
	for (const { key, daysAgo } of contributions)
		plan(key, new Date(awake(base, daysAgo).getTime() + 61_000 + 230_000 * chance(`${key} said`)));
	for (const { key, decision } of contributions)
		plan(`decision ${key}`, onDuty(planned.get(key)!, decision?.hoursAfter ?? 0.7, base, key));
	for (const { proposal, daysAgo, commitment } of answers) {
		plan(`answer ${proposal}`, inOffice(awake(base, daysAgo), proposal));
		for (const [i, { daysAgo: since }] of (commitment?.progress ?? []).entries())
			plan(`progress ${proposal} ${i}`, inOffice(awake(base, since), `${proposal} ${i}`));
	}
	return { of: (key) => planned.get(key) ?? new Date(Number.NaN) };
}
