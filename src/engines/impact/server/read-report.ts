// The report of a period: figures read from counters, each with numerator, denominator and parts.
import type { Db } from '#platform/server/db.ts';
import { addDays, dayOf } from '#platform/time.ts';
import { timeliness } from '../deadline.ts';
import { type IndicatorDefinition, median, type Part, reportIndicators, share } from '../indicator.ts';
import type { Period } from '../period.ts';
import { counters } from './follower.ts';
import type { Covered } from './source-row.ts';
import { sourceRows } from './source-rows.ts';
import './schema.ts';

export interface Figure {
	name: string;
	unit: 'count' | 'share' | 'hours';
	/** Null when it cannot be known: nothing to divide by, no sample, or a period nobody counted. */
	value: number | null;
	numerator: number | null;
	/** What a share is a share of; for a median, of how many it is the middle. */
	denominator: number | null;
	parts: Part[];
	by: NonNullable<IndicatorDefinition['by']> | null;
	people: boolean;
}

export interface Report extends Period {
	figures: Figure[];
	/** Works published per day, for the one chart of the page. Empty when the period is not known. */
	days: { day: string; n: number }[];
	/** The period lies before the first fact or after today: nothing can be known of it. */
	known: boolean;
	/** The period is not over: figures still grow. */
	running: boolean;
	/** Why the counting stands still, when it does. */
	error: string | null;
}

interface Counts {
	total(indicator: string): number;
	parts(indicator: string): Part[];
	samples(indicator: string): number[];
	day(indicator: string, day: string): number;
}

const sorted = (sums: ReadonlyMap<string, number>): Part[] =>
	[...sums].map(([part, n]) => ({ part, n })).sort((a, b) => b.n - a.n || (a.part < b.part ? -1 : 1));

async function readCounts(db: Db, spaceIds: readonly string[], { from, to }: Period): Promise<Counts> {
	const rows = await db
		.selectFrom('counter')
		.select(['indicator', 'day', 'part', 'n'])
		.where('space_id', 'in', spaceIds)
		.where('day', '>=', from)
		.where('day', '<=', to)
		.execute();
	const samples = await db
		.selectFrom('sample')
		.select(['indicator', 'value'])
		.where('space_id', 'in', spaceIds)
		.where('day', '>=', from)
		.where('day', '<=', to)
		.execute();
	const sum = (keep: (row: (typeof rows)[number]) => boolean): number =>
		rows.reduce((all, row) => (keep(row) ? all + row.n : all), 0);
	return {
		total: (indicator) => sum((row) => row.indicator === indicator),
		day: (indicator, day) => sum((row) => row.indicator === indicator && row.day === day),
		samples: (indicator) => samples.filter((sample) => sample.indicator === indicator).map((sample) => sample.value),
		parts(indicator) {
			const sums = new Map<string, number>();
			for (const row of rows)
				if (row.indicator === indicator && row.part) sums.set(row.part, (sums.get(row.part) ?? 0) + row.n);
			return sorted(sums);
		},
	};
}

async function distinctFigure(
	db: Db,
	covered: readonly Covered[],
	definition: IndicatorDefinition,
	period: Period,
): Promise<{ n: number; parts: Part[] }> {
	const parts = new Map<string, number>();
	let n = 0;
	for await (const row of sourceRows(db, covered, definition, period)) {
		n = row.running;
		if (row.part) parts.set(row.part, (parts.get(row.part) ?? 0) + 1);
	}
	return { n, parts: sorted(parts) };
}

/** In time, of all that had to happen: what is late is in it. */
async function deadlineFigure(
	db: Db,
	covered: readonly Covered[],
	definition: IndicatorDefinition,
	period: Period,
): Promise<Pick<Figure, 'value' | 'numerator' | 'denominator' | 'parts'>> {
	const rows = await Array.fromAsync(sourceRows(db, covered, definition, period));
	const parts = timeliness
		.map((part) => ({ part, n: rows.filter((row) => row.part === part).length }))
		.filter(({ n }) => n > 0);
	const numerator = rows.at(-1)?.running ?? 0;
	return { value: share(numerator, rows.length), numerator, denominator: rows.length, parts };
}

async function figureOf(
	db: Db,
	covered: readonly Covered[],
	definition: IndicatorDefinition,
	period: Period,
	counts: Counts,
): Promise<Figure> {
	const base = {
		name: definition.name,
		by: definition.by ?? null,
		people: definition.people === true,
		parts: [] as Part[],
	};
	if (definition.median) {
		const values = counts.samples(definition.median);
		return { ...base, unit: 'hours', value: median(values), numerator: null, denominator: values.length };
	}
	if (definition.distinct) {
		const { n, parts } = await distinctFigure(db, covered, definition, period);
		return { ...base, parts: definition.by ? parts : [], unit: 'count', value: n, numerator: n, denominator: null };
	}
	if (definition.deadline)
		return { ...base, unit: 'share', ...(await deadlineFigure(db, covered, definition, period)) };
	const numerator = counts.total(definition.counter!);
	const parts = definition.by ? counts.parts(definition.counter!) : [];
	if (!definition.denominator) return { ...base, parts, unit: 'count', value: numerator, numerator, denominator: null };
	const denominator = counts.total(definition.denominator);
	return { ...base, parts, unit: 'share', value: share(numerator, denominator), numerator, denominator };
}

const unknown = (figure: Figure): Figure => ({ ...figure, value: null, numerator: null, denominator: null, parts: [] });

/** The day the log begins in a zone, or null while it is empty. */
async function firstDay(db: Db, covered: readonly Covered[]): Promise<string | null> {
	const first = await db
		.selectFrom('activity')
		.select('at')
		.where('pos', 'is not', null)
		.orderBy('pos')
		.limit(1)
		.executeTakeFirst();
	const counted = await db
		.selectFrom('counter')
		.select(({ fn }) => fn.min('day').as('day'))
		.where(
			'space_id',
			'in',
			covered.map((space) => space.id),
		)
		.executeTakeFirst();
	const days = [first ? dayOf(first.at, covered[0]?.zone ?? 'UTC') : null, counted?.day ?? null].filter(
		(day) => day !== null,
	);
	return days.sort()[0] ?? null;
}

/** Figures of the covered spaces (one at least) between two calendar days, both included. `today` is the day it is in the report's zone. */
export async function readReport(db: Db, covered: readonly Covered[], period: Period, today: string): Promise<Report> {
	const since = await firstDay(db, covered);
	const known = since !== null && period.to >= since && period.from <= today;
	const counts = await readCounts(
		db,
		covered.map((space) => space.id),
		period,
	);
	const figures: Figure[] = [];
	for (const definition of reportIndicators) {
		const figure = await figureOf(db, covered, definition, period, counts);
		figures.push(known ? figure : unknown(figure));
	}
	const days: Report['days'] = [];
	for (let day = period.from; known && day <= period.to && day <= today; day = addDays(day, 1))
		days.push({ day, n: counts.day('works_published', day) });
	const follower = await db.selectFrom('follower').select('error').where('name', '=', counters.name).executeTakeFirst();
	return { ...period, figures, days, known, running: known && period.to >= today, error: follower?.error ?? null };
}
