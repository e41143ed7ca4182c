// Dates, numbers and durations in the reader's language and region. Never the bare 'ar', whose months are not Maghreb ones.
import type { Locale } from './locales.ts';
import { sizeIn } from './sizes.ts';
import { nearest, split, toDate } from './spans.ts';
import type { DurationUnit } from './spans.ts';
import { zghDuration, zghMonth, zghRelative } from './zgh.ts';

export type Region = 'MA' | 'TN' | 'DZ' | 'BO' | 'FR' | 'ES' | (string & {});
export type DateStyle = 'long' | 'short' | 'month' | 'day';
/** `zone`: IANA name of the territory's zone; without it the region's own, else UTC. */
export interface FormatOptions {
	region?: Region | undefined;
	zone?: string | undefined;
}
type Moment = Date | string | number;

export interface Formats {
	readonly zone: string;
	/** 5 August 2026 · short 05/08/2026 · month August 2026 · day Wednesday 5 August. A bare 'YYYY-MM-DD' is not moved. */
	date(value: Moment, style?: DateStyle): string;
	dateTime(value: Moment): string;
	time(value: Moment): string;
	number(value: number, fraction?: number): string;
	/** A ratio: 0.125 gives 13 %. */
	percent(ratio: number, fraction?: number): string;
	/** Nearest whole unit from `now`; beyond four weeks the date. */
	relative(value: Moment, now: Moment): string;
	/** A duration given in hours, in words: minutes, hours and minutes, or days from 48 hours. */
	hours(hours: number): string;
	list(values: readonly string[]): string;
	/** Bytes in the nearest unit: 1.5 GB, 1,5 Go. */
	size(bytes: number): string;
}

const zones: Readonly<Record<string, string>> = {
	MA: 'Africa/Casablanca',
	TN: 'Africa/Tunis',
	DZ: 'Africa/Algiers',
	BO: 'America/La_Paz',
	FR: 'Europe/Paris',
	ES: 'Europe/Madrid',
};
const arabicRegions = new Set(['MA', 'TN', 'DZ', 'LY', 'MR', 'EH', 'EG']);
const cache = new Map<string, Formats>();

/** The regional tag that Intl is asked for: day-first English, an Arabic of the Maghreb, French and Spanish of the region. */
export function regionalTag(locale: Locale, region: Region = 'MA'): string {
	if (locale === 'zgh') return 'zgh';
	if (locale === 'en') return 'en-150';
	if (locale === 'ar') return `ar-${arabicRegions.has(region) ? region : 'MA'}`;
	return `${locale}-${region}`;
}

/** Thousands stand apart by a narrow space that does not break, as in the papers: a dot is read as a decimal by half of the readers. */
const numberTag = (locale: Locale, tag: string): string => (locale === 'fr' || locale === 'ar' ? 'fr' : tag);

/** Formats of a language in a region (Morocco unless told), built once. Throws RangeError on an unknown zone or a bad date. */
export function formatsFor(locale: Locale, options: Region | FormatOptions = {}): Formats {
	const { region = 'MA', zone } = typeof options === 'string' ? { region: options } : options;
	const where = zone ?? zones[region] ?? 'UTC';
	const id = `${locale} ${region} ${where}`;
	let found = cache.get(id);
	if (!found) {
		found = build(locale, regionalTag(locale, region), where);
		if (cache.size < 200) cache.set(id, found);
	}
	return found;
}

const dateStyles: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
	long: { day: 'numeric', month: 'long', year: 'numeric' },
	short: { day: '2-digit', month: '2-digit', year: 'numeric' },
	month: { month: 'long', year: 'numeric' },
	day: { weekday: 'long', day: 'numeric', month: 'long' },
};
const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
/** Dates kept in words by each format: a list shows the same ones to every reader. */
const mostWritten = 2_000;
const bareDate = /^\d{4}-\d{2}-\d{2}$/;

function build(locale: Locale, tag: string, zone: string): Formats {
	const dates = once((key: string) => {
		const [style = 'long', timeZone = zone] = key.split(' ');
		return new Intl.DateTimeFormat(tag, { ...dateStyles[style as DateStyle], timeZone, numberingSystem: 'latn' });
	});
	const numberOptions = once((key: string) => {
		const [style, fraction] = key.split(' ');
		return new Intl.NumberFormat(style === 'percent' ? tag : numberTag(locale, tag), {
			style: style === 'percent' ? 'percent' : 'decimal',
			numberingSystem: 'latn',
			maximumFractionDigits: Number(fraction),
		});
	});
	const both = new Intl.DateTimeFormat(tag, { ...dateStyles.long, ...clock, timeZone: zone, numberingSystem: 'latn' });
	const times = new Intl.DateTimeFormat(tag, { ...clock, timeZone: zone, numberingSystem: 'latn' });
	const relatives = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
	const lists = new Intl.ListFormat(tag, { type: locale === 'zgh' ? 'unit' : 'conjunction', style: 'long' });

	/** French calls the first day of a month by its rank: 1er octobre. */
	const first = (text: string): string => (locale === 'fr' ? text.replace(/(?<!\d)1(?=\s\p{L}{3,})/u, '1er') : text);
	const written = new Map<string, string>();
	const date = (value: Moment, style: DateStyle = 'long'): string => {
		const key = `${style} ${typeof value === 'object' ? value.getTime() : value}`;
		const known = written.get(key);
		if (known !== undefined) return known;
		if (written.size > mostWritten) written.clear();
		const text = writeDate(value, style);
		written.set(key, text);
		return text;
	};
	const writeDate = (value: Moment, style: DateStyle): string => {
		const bare = typeof value === 'string' && bareDate.test(value);
		const format = dates(bare ? `${style} UTC` : style);
		return locale === 'zgh' && style === 'month'
			? zghMonth(format, toDate(value))
			: first(format.format(toDate(value)));
	};
	const time = (value: Moment) => times.format(toDate(value));
	const number = (value: number, fraction = 2) => numberOptions(`decimal ${fraction}`).format(value);

	return {
		zone,
		size: (bytes) => sizeIn(tag, bytes),
		date,
		time,
		number,
		dateTime: (value) => first(both.format(toDate(value))),
		percent: (ratio, fraction = 0) => numberOptions(`percent ${fraction}`).format(ratio),
		relative: (value, now) => {
			const [then, present] = [toDate(value), toDate(now)];
			if (locale === 'zgh') return zghRelative(then, present, { date, time });
			const { amount, unit } = nearest(then.getTime() - present.getTime());
			return unit === null ? date(then) : relatives.format(amount, unit);
		},
		hours: (hours) => {
			const parts = split(hours);
			if (locale === 'zgh') return parts.map(([amount, unit]) => zghDuration(number(amount), amount, unit)).join(' ');
			return lists.format(parts.map(([amount, unit]) => unitFormat(tag, unit).format(amount)));
		},
		list: (values) => (locale === 'zgh' ? values.join(', ') : lists.format(values)),
	};
}

function unitFormat(tag: string, unit: DurationUnit): Intl.NumberFormat {
	return units(`${tag} ${unit}`);
}

const units = once((key: string) => {
	const [tag, unit = 'hour'] = key.split(' ');
	return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long', numberingSystem: 'latn' });
});

/** Remembers what was built for a key: building an Intl format is a hundred times slower than using it. */
function once<T>(make: (key: string) => T): (key: string) => T {
	const made = new Map<string, T>();
	return (key) => {
		const found = made.get(key) ?? make(key);
		made.set(key, found);
		return found;
	};
}
