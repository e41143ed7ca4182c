// `joussour bursts`: alarms for a series of counts an hour, one a line, as the hours come.
import { once } from 'node:events';
import { z } from 'zod';
import { HOUR, type Hour, usualBudget, watch } from '#modules/listening/index.ts';
import type { Args } from './arguments.ts';
import { bytesOf, linesOf } from './lines.ts';
import { complain, misused } from './print.ts';

const MOST_SAID = 5;
/** Numbers below this are seconds since 1970, above it milliseconds. */
const SECONDS = 1e11;
/** Numbers below this count from anywhere (the first hours of a simulation): the step to the next says what they count. */
const ANYWHERE = 1e9;

const day = String.raw`\d{4}-\d\d-\d\d`;
const clock = String.raw`\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?`;
const stamp = new RegExp(`^(${day})(?:[T ](${clock})\\s*(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?$`, 'i');

/** An ISO date and time, of which minutes, seconds and zone may be missing (then UTC), as milliseconds; NaN for anything else. */
function instantOf(text: string): number {
	const found = stamp.exec(text.trim());
	if (!found) return NaN;
	const [, date, time = '00', zone = 'Z'] = found;
	const [hours, minutes = '00', seconds = '00'] = time.split(':');
	const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}` : 'Z';
	// A day that no month has is taken for one of the next month by Date.
	if (new Date(`${date}T00:00Z`).getUTCDate() !== Number(date!.slice(8))) return NaN;
	return Date.parse(`${date}T${hours}:${minutes}:${seconds.slice(0, 6)}${offset}`);
}

const instant = z.union([
	z.string().refine((text) => !Number.isNaN(instantOf(text))),
	z.number().nonnegative().max(8e15),
]);
type Instant = z.infer<typeof instant>;
const count = z.number().int().nonnegative();
const shape = z.object({
	t: instant,
	n: count,
	hostile: count.nullish(),
	authors: count.nullish(),
	planned: z.union([z.boolean(), z.literal([0, 1])]).nullish(),
});

const noCount = 'is no whole number, 0 or more.';
const wrong: Readonly<Record<string, string>> = {
	t: 'its "t" is neither an ISO time nor seconds since 1970.',
	n: `its "n" ${noCount}`,
	hostile: `its "hostile" ${noCount}`,
	authors: `its "authors" ${noCount}`,
	planned: 'its "planned" is neither true nor false.',
};

/** What a line tells: an hour, with its time as it was written. */
type Told = z.infer<typeof shape>;

function toldBy(line: string): Told | string {
	let read: unknown;
	try {
		read = JSON.parse(line);
	} catch {
		return 'it is not JSON.';
	}
	const told = shape.safeParse(read);
	if (told.success) return told.data;
	const field = String(told.error.issues[0]?.path[0] ?? '');
	return `${wrong[field] ?? 'it is no object.'} Such a line is meant: {"t": "2026-11-22T20:00Z", "n": 3}.`;
}

/** How many milliseconds one of a series' numbers stands for, by its first two times; null where their size says it. */
function unitOf(first: Instant, second: Instant | null): number | null {
	if (typeof first === 'string' || first >= ANYWHERE || typeof second !== 'number') return null;
	const step = second - first;
	return step < HOUR / 1_000 ? HOUR : step < HOUR ? 1_000 : 1;
}

function momentOf(t: Instant, unit: number | null): number {
	if (typeof t === 'string') return instantOf(t);
	return t * (unit ?? (t < SECONDS ? 1_000 : 1));
}

const hourOf = ({ n, hostile, authors, planned }: Told, at: number): Hour => ({
	at,
	n,
	...(hostile == null ? {} : { hostile: Math.min(hostile, n) }),
	...(authors == null ? {} : { authors: Math.min(authors, n) }),
	...(planned ? { planned: true } : {}),
});

/** So far after the hour before, a time may be a slip: it waits for the next line, which is later still or shows that it was one. */
const LEAP = 366 * 24 * HOUR;

/** Takes lines one by one; the first waits for the second where only both together say what their numbers count. */
export function hourReader(
	heard: (hour: Hour, t: Instant) => Promise<void> | void,
	passedOver: (number: number, why: string) => void,
): { line(text: string): Promise<void>; end(): Promise<void> } {
	let number = 0;
	let waiting: { number: number; told: Told } | null = null;
	let unit: number | null | undefined;
	let last = -Infinity;
	let leapt: { number: number; told: Told; at: number } | null = null;
	const tell = async (told: Told, at: number): Promise<void> => {
		last = at;
		await heard(hourOf(told, at), told.t);
	};
	const land = async (next: number): Promise<void> => {
		if (leapt === null) return;
		const { number: from, told, at } = leapt;
		leapt = null;
		if (next > at) await tell(told, at);
		else passedOver(from, 'its hour is more than a year after the one before, and the next line is earlier.');
	};
	const take = async (from: number, told: Told): Promise<void> => {
		const at = Math.floor(momentOf(told.t, unit ?? null) / HOUR) * HOUR;
		await land(at);
		if (at <= last) return passedOver(from, 'its hour is not later than those before.');
		if (at - last > LEAP && last > -Infinity) leapt = { number: from, told, at };
		else await tell(told, at);
	};
	const release = async (second: Instant | null): Promise<void> => {
		if (waiting === null) return;
		const { number: from, told } = waiting;
		unit = unitOf(told.t, second);
		waiting = null;
		await take(from, told);
	};
	return {
		async line(text) {
			number++;
			if (text.trim() === '') return;
			const told = toldBy(text);
			if (typeof told === 'string') return passedOver(number, told);
			if (unit === undefined && waiting === null) {
				waiting = { number, told };
				if (typeof told.t === 'string' || told.t >= ANYWHERE) await release(null);
				return;
			}
			await release(told.t);
			await take(number, told);
		},
		async end() {
			await release(null);
			await land(Infinity);
		},
	};
}

export const burstsCommand = {
	help: `
joussour bursts [--amber PER30D] [--red PER30D] < SERIES.jsonl
Reads one hour a line, in order: {"t", "n"} and, where known, "hostile", "authors", "planned". Writes an alarm a line:
{"t", "level", "expected", "observed", "why"}, "t" as it was written. What is usual, and how high is too high, is learnt from the series itself.
"t" is an ISO time, or seconds or milliseconds since 1970, or counts hours (or seconds, milliseconds) from anywhere.
PER30D: how many alarms of a level are wanted in 30 ordinary days; by default one of either. A page looked at every day can bear more
amber ones: --amber 4.3 is one a week.
Under 21 days of history there is only a fixed limit, and "why" says so. Needs no database.`,
	takes: { options: { amber: 'PER30D', red: 'PER30D' } },
	async run({ option }: Args): Promise<void> {
		const wanted = (level: 'amber' | 'red'): number => Number(option(level) ?? usualBudget[level]);
		const budget = { amber: wanted('amber'), red: wanted('red') };
		for (const level of ['amber', 'red'] as const)
			if (!(budget[level] > 0 && budget[level] <= 720))
				return misused(
					`--${level} is how many alarms are wanted in 30 days: a number above 0 and up to 720, such as 1 or 4.3.`,
				);
		const watched = watch(budget);
		let bad = 0;
		let hours = 0;
		const reader = hourReader(
			async (hour, t) => {
				hours++;
				for (const alarm of watched.hour(hour))
					if (!process.stdout.write(`${JSON.stringify({ ...alarm, t })}\n`)) await once(process.stdout, 'drain');
			},
			(number, why) => {
				if (++bad <= MOST_SAID) complain(`Line ${number} is passed over: ${why}`);
			},
		);
		for await (const line of linesOf(bytesOf('-'))) await reader.line(line);
		await reader.end();
		if (bad > MOST_SAID) complain(`${bad} lines are passed over in all.`);
		if (hours === 0) {
			complain('There was no hour to read.');
			process.exitCode = 1;
		}
	},
};
