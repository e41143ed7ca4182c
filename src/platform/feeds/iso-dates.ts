// Dates of ISO 8601 and its profiles (W3C note on dates and times, RFC 3339), whole or in part, on text in lower case.
import { offsetOf } from './zones.ts';

export interface IsoDate {
	year: number;
	/** 0 to 11 */
	month: number;
	day: number;
	hours: number;
	minutes: number;
	seconds: number;
	/** minutes east of UTC; null = not written */
	offset: number | null;
}

const time =
	/^(\d{1,2})(?::?(\d{2})(?::?(\d{2}))?|:(\d{1,2}):(\d{1,2}))?(?:[.,]\d+)?\s*(z|utc|gmt|[+-]\d{1,2}(?::?\d{2})?)?z?$/;
const century = (year: number): number => (year < 50 ? 2000 + year : 1900 + year);

/** Null when the text is not of these forms. A missing month or day is the first. */
export function readIsoDate(text: string): IsoDate | null {
	const [, written = '', rest = ''] =
		/^([\d-]+(?:-?w\d{2}(?:-?\d)?)?)(?:[t\s]+(.*)|(z|[+-]\d{2}:\d{2}))?$/.exec(text) ?? [];
	if (/^\d{9,10}(?:\.\d{1,9})?$|^\d{13}$/.test(text)) return fromUnix(Math.trunc(Number(text)));
	if (/^\d{12}(?:\d\d)?$/.test(text)) return readIsoDate(`${text.slice(0, 8)}t${text.slice(8)}`);
	const day = dayOf(written);
	if (!day) return null;
	const clock = rest === '' ? [] : time.exec(rest);
	if (!clock) return null;
	const [, hours, minutes, seconds, minute, second, zone] = clock;
	return {
		...day,
		hours: Number(hours ?? 0),
		minutes: Number(minutes ?? minute ?? 0),
		seconds: Number(seconds ?? second ?? 0),
		offset: zone === undefined ? null : offsetOf(zone),
	};
}

type Day = Pick<IsoDate, 'year' | 'month' | 'day'>;

const forms: readonly [RegExp, (year: number, a: number, b: number) => Day | null][] = [
	[/^(\d{4})-?(\d{2})-?(\d{2})$/, calendar],
	[/^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/, calendar],
	[/^(\d{4})-?(\d{3})$/, ordinal],
	[/^(\d{4})-?w(\d{2})(?:-?(\d))?$/, week],
	[/^(\d{4})$/, calendar],
	[/^(\d{2})-?(\d{2})-?(\d{2})$/, (year, month, day) => calendar(century(year), month, day)],
	[/^(\d{4})(\d{2})$/, calendar],
	[/^(\d{2})-?(\d{3})$/, (year, day) => ordinal(century(year), day)],
	[/^-(\d{2})-?(\d{2})$/, (year, month) => calendar(century(year), month, 1)],
	[/^-(\d{2})$/, (year) => calendar(century(year), 1, 1)],
];

function dayOf(written: string): Day | null {
	for (const [form, read] of forms) {
		const found = form.exec(written);
		const day = found && read(Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1));
		if (day) return day;
	}
	return null;
}

const dayAt = (time: number): Day => {
	const date = new Date(time);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
};

function calendar(year: number, month: number, day: number): Day | null {
	const right = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
	return right ? { year, month: month - 1, day } : null;
}

function ordinal(year: number, day: number): Day | null {
	const found = dayAt(Date.UTC(year, 0, day));
	return day >= 1 && found.year === year ? found : null;
}

/** Week 1 is the one with the fourth of January; its Monday is day 1 (ISO 8601, 4.3.2.2). */
function week(year: number, number: number, day: number): Day | null {
	if (number < 1 || number > 53 || day < 1 || day > 7) return null;
	const fourth = new Date(Date.UTC(year, 0, 4)).getUTCDay() || 7;
	return dayAt(Date.UTC(year, 0, 4 - fourth + 7 * (number - 1) + day));
}

/** Seconds since 1970, or milliseconds where there are thirteen digits. */
function fromUnix(number: number): IsoDate {
	const date = new Date(number >= 1e12 ? number : number * 1000);
	const [hours, minutes, seconds] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
	return { ...dayAt(date.getTime()), hours, minutes, seconds, offset: 0 };
}
