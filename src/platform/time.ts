// Wall time and zones: people's dates are kept as wall time + IANA zone and become instants here, nowhere else.

/** `2026-11-22T14:05`, without zone. */
export type WallTime = string;
const wallShape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

const formatters = new Map<string, Intl.DateTimeFormat>();
function partsIn(zone: string, at: number): number[] {
	let formatter = formatters.get(zone);
	if (!formatter) {
		formatter = new Intl.DateTimeFormat('en-GB', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
		});
		formatters.set(zone, formatter);
	}
	const found = Object.fromEntries(formatter.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
	return [found['year']!, found['month']!, found['day']!, found['hour']!, found['minute']!, found['second']!];
}

/** By zone, then by quarter hour since 1970. */
const offsets = new Map<string, Map<number, number>>();
const quarterHour = 900_000;

/** Minutes that the zone is ahead of UTC at an instant. Clocks change on the quarter hour, so each quarter is asked once. */
function offsetMinutes(zone: string, at: number): number {
	const quarter = Math.floor(at / quarterHour);
	let ofZone = offsets.get(zone);
	if (!ofZone) offsets.set(zone, (ofZone = new Map()));
	const known = ofZone.get(quarter);
	if (known !== undefined) return known;
	const start = quarter * quarterHour;
	const [year, month, day, hour, minute, second] = partsIn(zone, start) as [
		number,
		number,
		number,
		number,
		number,
		number,
	];
	const offset = Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - start) / 60_000);
	if (ofZone.size > 5_000) ofZone.clear();
	ofZone.set(quarter, offset);
	return offset;
}

/** True for a wall time that exists in the calendar. */
export function isWallTime(text: string): boolean {
	const found = wallShape.exec(text);
	if (!found) return false;
	const [year, month, day, hour, minute] = found.slice(1).map(Number) as [number, number, number, number, number];
	const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
}

/**
 * The instant of a wall time in a zone. In a gap (clocks forward) the time moves on by the gap; in an overlap (clocks
 * back) the first of the two is taken, as RFC 5545 does.
 */
export function instantOf(wall: WallTime, zone: string): Date {
	const found = wallShape.exec(wall);
	if (!found) throw new RangeError(`not a wall time: ${wall}`);
	const [year, month, day, hour, minute] = found.slice(1).map(Number) as [number, number, number, number, number];
	const asUtc = Date.UTC(year, month - 1, day, hour, minute);
	const before = offsetMinutes(zone, asUtc - 86_400_000);
	const after = offsetMinutes(zone, asUtc + 86_400_000);
	for (const offset of [before, after]) {
		const guess = asUtc - offset * 60_000;
		if (offsetMinutes(zone, guess) === offset) return new Date(guess);
	}
	return new Date(asUtc - before * 60_000);
}

/** The wall time an instant has in a zone, to the minute. */
export const wallTimeOf = (at: Date, zone: string): WallTime =>
	new Date(at.getTime() + offsetMinutes(zone, at.getTime()) * 60_000).toISOString().slice(0, 16);

/** The calendar day (`YYYY-MM-DD`) of an instant in a zone. */
export function dayOf(at: Date, zone: string): string {
	const day = Math.floor((at.getTime() + offsetMinutes(zone, at.getTime()) * 60_000) / 86_400_000);
	const known = days.get(day);
	if (known) return known;
	const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
	if (days.size > 5_000) days.clear();
	days.set(day, text);
	return text;
}
/** Days in writing, by their number since 1970: a page asks for the same few again and again. */
const days = new Map<number, string>();

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** First and last day of the month that holds a day. */
export function monthOf(day: string): { from: string; to: string } {
	const [year, month] = day.split('-').map(Number) as [number, number];
	const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
	return { from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-${String(last).padStart(2, '0')}` };
}

export const addDays = (day: string, days: number): string =>
	new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
