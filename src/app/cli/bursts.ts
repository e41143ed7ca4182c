// `joussour bursts`: alarms for a series of counts an hour, one a line, as the hours come.
import { once } from 'node:events';
import { z } from 'zod';
import { HOUR, type Hour, usualBudget, watch } from '#modules/listening/index.ts';
import type { Args } from './arguments.ts';
import { linesOf } from './lines.ts';
import { complain, misused } from './print.ts';

const MOST_SAID = 5;
/** Numbers below this are seconds since 1970, above it milliseconds. */
const SECONDS = 1e11;

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
	return Date.parse(`${date}T${hours}:${minutes}:${seconds.slice(0, 6)}${offset}`);
}

const instant = z.union([
	z.string().transform(instantOf).pipe(z.number()),
	z
		.number()
		.nonnegative()
		.max(8e15)
		.transform((number) => (number < SECONDS ? number * 1_000 : number)),
]);
const count = z.number().int().nonnegative();
const shape = z.object({
	t: instant,
	n: count,
	hostile: count.nullish(),
	authors: count.nullish(),
	planned: z.union([z.boolean(), z.literal([0, 1])]).nullish(),
});

/** The hour a line tells of, or what is wrong with the line. */
export function hourOf(line: string, after: number): Hour | string {
	let read: unknown;
	try {
		read = JSON.parse(line);
	} catch {
		return 'it is not JSON.';
	}
	const told = shape.safeParse(read);
	if (!told.success)
		return 'it is not of the form {"t": "2026-11-22T20:00Z", "n": 3}: an ISO time or seconds since 1970, and whole counts.';
	const { t, n, hostile, authors, planned } = told.data;
	const at = Math.floor(t / HOUR) * HOUR;
	if (at <= after) return 'its hour is not later than those before.';
	return {
		at,
		n,
		...(hostile == null ? {} : { hostile: Math.min(hostile, n) }),
		...(authors == null ? {} : { authors: Math.min(authors, n) }),
		...(planned ? { planned: true } : {}),
	};
}

export const burstsCommand = {
	help: `
joussour bursts [--amber PER30D] [--red PER30D] < SERIES.jsonl
Reads one hour a line, in order: {"t", "n"} and, where known, "hostile", "authors", "planned". Writes an alarm a line:
{"t", "level", "expected", "observed", "why"}. What is usual, and how high is too high, is learnt from the series itself.
PER30D: how many alarms of a level are wanted in 30 ordinary days; by default amber 4.3 (one a week), red 1.
Under 21 days of history there is only a fixed limit, and "why" says so. Needs no database.`,
	takes: { options: { amber: 'PER30D', red: 'PER30D' } },
	async run({ option }: Args): Promise<void> {
		const wanted = (level: 'amber' | 'red'): number => Number(option(level) ?? usualBudget[level]);
		const budget = { amber: wanted('amber'), red: wanted('red') };
		for (const level of ['amber', 'red'] as const)
			if (!(budget[level] > 0 && budget[level] <= 720))
				return misused(`--${level} is how many alarms are wanted in 30 days: a number above 0, such as 1 or 4.3.`);
		const watched = watch(budget);
		let number = 0;
		let bad = 0;
		let last = -Infinity;
		for await (const line of linesOf(process.stdin as AsyncIterable<Uint8Array>)) {
			number++;
			if (line.trim() === '') continue;
			const hour = hourOf(line, last);
			if (typeof hour === 'string') {
				if (++bad <= MOST_SAID) complain(`Line ${number} is passed over: ${hour}`);
				continue;
			}
			last = hour.at;
			for (const alarm of watched.hour(hour))
				if (!process.stdout.write(`${JSON.stringify(alarm)}\n`)) await once(process.stdout, 'drain');
		}
		if (bad > MOST_SAID) complain(`${bad} lines are passed over in all.`);
		if (last === -Infinity) {
			complain('There was no hour to read.');
			process.exitCode = 1;
		}
	},
};
