// The report of a period: figures read from counters, each with numerator, denominator and parts.
import type { Recorded } from '#platform/fact.ts';
import type { Db } from '#platform/server/db.ts';
import { addDays, instantOf } from '#platform/time.ts';
import { median, reportIndicators, share } from '../indicator.ts';
import { countedBy, factsOf } from './follower.ts';
import './schema.ts';

export interface Figure {
	name: string;
	unit: 'count' | 'share' | 'hours';
	/** Null when it cannot be known (nothing to divide by, no sample). */
	value: number | null;
	numerator: number | null;
	denominator: number | null;
	parts: { part: string; n: number }[];
	by: 'language' | 'role' | 'outcome' | null;
}

export interface Report {
	spaceIds: readonly string[];
	from: string;
	to: string;
	figures: Figure[];
	/** Works published per day, for the one chart of the page. */
	days: { day: string; n: number }[];
}

/** Figures of spaces between two calendar days, both included. */
export async function readReport(db: Db, spaceIds: readonly string[], from: string, to: string): Promise<Report> {
	const rows = spaceIds.length
		? await db.selectFrom('counter').select(['indicator', 'day', 'part', 'n']).where('space_id', 'in', spaceIds).where('day', '>=', from).where('day', '<=', to).execute()
		: [];
	const samples = spaceIds.length
		? await db.selectFrom('sample').select(['indicator', 'value']).where('space_id', 'in', spaceIds).where('day', '>=', from).where('day', '<=', to).execute()
		: [];
	const total = (indicator: string) => rows.filter((row) => row.indicator === indicator).reduce((sum, row) => sum + row.n, 0);
	const parts = (indicator: string) => {
		const sums = new Map<string, number>();
		for (const row of rows) if (row.indicator === indicator && row.part) sums.set(row.part, (sums.get(row.part) ?? 0) + row.n);
		return [...sums].map(([part, n]) => ({ part, n })).sort((a, b) => b.n - a.n);
	};
	const figures = reportIndicators.map((definition): Figure => {
		const base = { name: definition.name, by: definition.by ?? null, parts: definition.counter ? parts(definition.counter) : [] };
		if (definition.median) {
			const values = samples.filter((sample) => sample.indicator === definition.median).map((sample) => sample.value);
			return { ...base, unit: 'hours', value: median(values), numerator: null, denominator: values.length };
		}
		const numerator = total(definition.counter!);
		if (!definition.denominator) return { ...base, unit: 'count', value: numerator, numerator, denominator: null };
		const denominator = total(definition.denominator);
		return { ...base, unit: 'share', value: share(numerator, denominator), numerator, denominator };
	});
	const days: { day: string; n: number }[] = [];
	for (let day = from; day <= to && days.length < 400; day = addDays(day, 1))
		days.push({ day, n: rows.filter((row) => row.day === day && row.indicator === 'works_published').reduce((sum, row) => sum + row.n, 0) });
	return { spaceIds, from, to, figures, days };
}

export interface SourceRow {
	id: string;
	at: Date;
	type: string;
	subject: string;
	counted: number;
	data: unknown;
}

/** The facts behind a figure in a period, oldest first, each with how much it counts. */
export async function listSourceRows(db: Db, spaces: readonly { id: string; zone: string }[], indicator: string, from: string, to: string, limit: number, offset: number): Promise<SourceRow[]> {
	const types = factsOf(indicator);
	if (types.length === 0 || spaces.length === 0) return [];
	const rows = await db
		.selectFrom('activity')
		.selectAll()
		.where('type', 'in', types)
		.where('pos', 'is not', null)
		.where((eb) =>
			eb.or(
				spaces.map((space) =>
					eb.and([
						eb('space_id', '=', space.id),
						eb('at', '>=', instantOf(`${from}T00:00`, space.zone)),
						eb('at', '<', instantOf(`${addDays(to, 1)}T00:00`, space.zone)),
					]),
				),
			),
		)
		.orderBy('at')
		.orderBy('id')
		.limit(limit)
		.offset(offset)
		.execute();
	return rows
		.map((row): SourceRow => {
			const fact: Recorded = { id: row.id, pos: row.pos ?? 0, spaceId: row.space_id, actorKind: row.actor_kind, actorId: row.actor_id, type: row.type, v: row.v, reach: row.reach, subject: row.subject, data: row.data, cause: row.cause, origin: row.origin, at: row.at };
			return { id: row.id, at: row.at, type: row.type, subject: row.subject, data: row.data, counted: countedBy(indicator, fact) };
		})
		.filter((row) => row.counted !== 0);
}
