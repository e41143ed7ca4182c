// Tolerant dates: RFC 822, RFC 3339 and what people and publishing tools write instead, to an ISO instant or null.
import type { Oddity } from './feed.ts';
import { type IsoDate, readIsoDate } from './iso-dates.ts';
import { foldWord, monthNamed, weekdayOf } from './month-names.ts';
import { offsetOf } from './zones.ts';

export interface ReadDate {
	/** `YYYY-MM-DDTHH:MM:SS.sssZ`, or null when it is no date. */
	iso: string | null;
	oddities: Oddity[];
}

interface Parts {
	year: number;
	/** 0 to 11 */
	month: number;
	day: number;
	/** 0 (Sunday) to 6, as written */
	weekday?: number | undefined;
	/** minutes since midnight, with fraction for seconds */
	seconds: number;
	/** minutes east of UTC; null = not written */
	offset: number | null;
	oddities: Oddity[];
}

const fillers = new Set(
	'de del le la the of at a um h hs en on في يوم الساعه على و st nd rd th er ال م ميلادي - – |'.split(' '),
);

/** Read one date. A missing zone is taken as UTC and noted; a wrong weekday is noted and ignored. */
export function readDate(written: string): ReadDate {
	if (written.length > 200) return unreadable;
	const text = foldWord(inWesternOrder(written))
		.replace(/\u2212/g, '-')
		// The offset is written too: `2026-03-03T10:00:00+01:00[Africa/Casablanca]` (RFC 9557).
		.replace(/(\d(?::?\d\d|z))\[[^\]]*\](?:\[[^\]]*\])*$/, '$1')
		// `10:00:00EST`
		.replace(/(:\d\d)(?=[a-z]{2,5}$)/, '$1 ')
		.replace(/(كانون|تشرين)\s+(الاول|الثاني)/g, '$1-$2')
		// Months of the Middle East are written twice: `مارس/آذار`.
		.replace(/([\u0621-\u064a-]+)\s?\/\s?[\u0621-\u064a-]+/, '$1')
		.replace(/(:\d\d),(?=\d)/, '$1.')
		// `3 mars 2026 10.30`, as some countries write the time.
		.replace(/(\d{4}\s+\d{1,2})\.(\d\d)(?:\.(\d\d))?(?![\d.])/, (_, day: string, minute: string, second?: string) =>
			[day, minute, ...(second === undefined ? [] : [second])].join(':'),
		)
		.replace(/[،,;]/g, ' ')
		.trim();
	const parts = partsOfIso(readIsoDate(text)) ?? readWords(text);
	// All of Korea has one zone.
	if (parts?.offset === null && /\p{Script=Hangul}/u.test(written)) parts.offset = 540;
	const iso = parts && toIso(parts);
	if (!parts || iso === null) return unreadable;
	const oddities = [...parts.oddities];
	if (parts.offset === null && !oddities.includes('date.zone_unknown')) oddities.push('date.no_zone');
	const weekday = new Date(Date.UTC(parts.year, parts.month, parts.day)).getUTCDay();
	if (parts.weekday !== undefined && parts.weekday !== weekday) oddities.push('date.weekday_wrong');
	return { iso, oddities };
}

const unreadable: ReadDate = { iso: null, oddities: ['date.unreadable'] };

/** `2004년 5월 28일 오후 1:31` and `2004年5月28日`: signs after the numbers, the half of the day before the hour. */
const inWesternOrder = (written: string): string =>
	/[\u1100-\uffff]/.test(written)
		? written
				.replace(/(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]/, '$1-$2-$3 ')
				.replace(/(오전|오후|上午|下午|午前|午後)\s*([\d:]+)/, (_, half: string, time: string) =>
					/[전上前]/.test(half) ? `${time} am` : `${time} pm`,
				)
		: written;

function partsOfIso(iso: IsoDate | null): Parts | null {
	if (!iso) return null;
	const { year, month, day, hours, minutes, seconds, offset } = iso;
	return { year, month, day, seconds: clock(hours, minutes, seconds), offset, oddities: [] };
}

function readWords(text: string): Parts | null {
	const { rest, seconds, tail } = cutTime(text);
	if (Number.isNaN(seconds)) return null;
	const before = readDay(rest);
	if (!before) return null;
	const zone = readZone(tail);
	// A year may stand after the time, as in the C library's form: `Tue Mar 3 10:00:00 UTC 2026`.
	const year = before.year ?? zone.year;
	if (year === undefined) return null;
	return {
		...before,
		year: year < 50 && String(year).length <= 2 ? year + 2000 : year < 100 ? year + 1900 : year,
		seconds,
		offset: zone.offset,
		oddities: [...before.oddities, ...(zone.unknown ? (['date.zone_unknown'] as const) : [])],
	};
}

/** Split off the time of day: `10:00`, `10:00:00.5`, `10h30`, `10h`, `3:05 pm`, `3:05 م`. */
function cutTime(text: string): { rest: string; seconds: number; tail: string } {
	const match =
		/(?:^|[\st])(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.:]\d+)?)?|\s?h\s?(\d{2})?(?![a-z\d]))\s*(a\.?m\.?|p\.?m\.?|ص|م|صباحا|مساء)?(?![a-z\u0621-\u064a])/.exec(
			text,
		);
	if (!match) return { rest: text, seconds: 0, tail: '' };
	const [whole, hour, minute, second, afterH, half] = match;
	let hours = Number(hour);
	if (half !== undefined && hours >= 1 && hours <= 12) hours = (hours % 12) + (/^[pم]/.test(half) ? 12 : 0);
	const seconds = clock(hours, Number(minute ?? afterH ?? 0), Number(second ?? 0));
	const tail = text.slice(match.index + whole.length);
	const rest = text.slice(0, match.index);
	// `10:00 3 mars 2026`: the time came first, so the day is what follows.
	return /\d/.test(rest) ? { rest, seconds, tail } : { rest: `${rest} ${tail}`, seconds, tail: '' };
}

/** Seconds since midnight, or NaN. 24:00 is the next midnight; a leap second is the second before (RFC 3339). */
function clock(hours: number, minutes: number, seconds: number): number {
	const right = minutes < 60 && seconds <= 60 && (hours < 24 || (hours === 24 && minutes === 0 && seconds === 0));
	return right ? hours * 3600 + minutes * 60 + Math.min(seconds, 59) : NaN;
}

type Day = Pick<Parts, 'month' | 'day' | 'weekday' | 'oddities'> & { year?: number | undefined };

function readDay(text: string): Day | null {
	const bare = text
		.split(/\s+/)
		.filter((word) => word !== '' && !fillers.has(word))
		.join(' ');
	const numeric = /^(?:\p{L}+\.?\s)?(\d{1,4})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{1,4})\.?$/u.exec(bare);
	if (numeric) return readNumericDay(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
	const words = bare
		.split(/[\s./]+|(?<=\d)-|-(?=\d)|(?<=\d)(?=\p{L})/u)
		.filter((word) => word !== '' && !fillers.has(word));
	const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
	const names = words.filter((word) => !/^\d+$/.test(word));
	// The last name that can be a month is the month: in «mar. 03 mars», the first is a Tuesday.
	const monthAt = names.findLastIndex((name) => monthNamed(name) !== undefined);
	const month = monthNamed(names[monthAt] ?? '');
	const others = names.filter((_, i) => i !== monthAt);
	if (month === undefined || others.length > 1 || numbers.length === 0 || numbers.length > 2) return null;
	// One word more is a weekday, in whatever language.
	const weekday = weekdayOf.get(others[0] ?? '');
	const [first = 0, second] = numbers;
	const [day, year] = first > 31 && second !== undefined ? [second, first] : [first, second];
	return { month, day, year, weekday, oddities: [] };
}

/** Day first, as written in the region; month first only when the numbers leave no choice. */
function readNumericDay(a: number, b: number, c: number): Day {
	if (a > 31) return { year: a, month: b - 1, day: c, oddities: [] };
	if (b > 12) return { year: c, month: a - 1, day: b, oddities: [] };
	return { year: c, month: b - 1, day: a, oddities: a <= 12 && a !== b ? ['date.ambiguous'] : [] };
}

function readZone(tail: string): { offset: number | null; unknown: boolean; year?: number } {
	const bare = tail.replace(/\([^)]*\)/g, ' ').trim();
	const year = /(?:^|\s)(\d{4})$/.exec(bare)?.[1];
	const zone = (year === undefined ? bare : bare.slice(0, -4)).trim();
	const found = year === undefined ? {} : { year: Number(year) };
	if (zone === '') return { offset: null, unknown: false, ...found };
	const offset = offsetOf(zone);
	return { offset, unknown: offset === null, ...found };
}

function toIso(parts: Parts): string | null {
	const { year, month, day, seconds, offset } = parts;
	if (year < 1900 || year > 2199 || month < 0 || month > 11 || Number.isNaN(seconds)) return null;
	if (day < 1 || day > new Date(Date.UTC(year, month + 1, 0)).getUTCDate()) return null;
	return new Date(Date.UTC(year, month, day, 0, -(offset ?? 0), seconds)).toISOString();
}
