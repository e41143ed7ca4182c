// The report of a space and of everything below it: its period, its figures, the facts behind each.
import { describeSubjects, type SubjectView } from '#platform/server/subjects.ts';
import { installation } from '#platform/server/installation.ts';
import { refuse } from '#platform/refusal.ts';
import { dayOf } from '#platform/time.ts';
import { type IndicatorDefinition, type Period, readPeriod, reportIndicators } from '#engines/impact/index.ts';
import {
	type Covered,
	type Figure,
	listSourceRows,
	readReport,
	type Report,
	type SourceRow,
	sourceRows,
} from '#engines/impact/server/index.ts';
import type { Space } from '#foundations/spaces/index.ts';
import { type SpaceTree, withDescendants } from '#foundations/spaces/server/index.ts';
import { subjectOf } from './fact-subjects.ts';

const rowsPerPage = 50;

/** A space and those below it, with the zones their days are in. */
export const coveredBy = (tree: SpaceTree, space: Space): Covered[] =>
	withDescendants(tree, space.id).map((id) => ({ id, zone: tree.byId.get(id)!.zone }));

/** The period an address asks for, in the days of the space. */
export function periodOf(params: URLSearchParams, space: Space, now: Date) {
	const today = dayOf(now, space.zone);
	return { ...readPeriod(params.get('from'), params.get('to'), today), today };
}

/** The report of a period; `today` is the day it is in the space's zone. */
export const reportOf = (tree: SpaceTree, space: Space, period: Period, today: string): Promise<Report> =>
	readReport(installation().db, coveredBy(tree, space), period, today);

export const indicatorNamed = (name: string): IndicatorDefinition =>
	reportIndicators.find((indicator) => indicator.name === name) ?? refuse('subject.not_found');
export const figureNamed = (report: Report, name: string): Figure =>
	report.figures.find((figure) => figure.name === name) ?? refuse('subject.not_found');

/** A source row with its subject: described when the public may see it, else only why not. */
export interface ReportRow extends SourceRow {
	shown: SubjectView | null;
	/** Why nothing is shown: erased, not public, or a fact without subject. */
	absent: 'erased' | 'not_public' | 'none' | null;
}

async function described(rows: readonly SourceRow[], locale: string): Promise<ReportRow[]> {
	const subjects = rows.map(subjectOf);
	const views = await describeSubjects(
		installation().db,
		subjects.filter((subject) => subject !== null),
		locale,
	);
	return rows.map((row, at): ReportRow => {
		const subject = subjects[at];
		const view = subject ? views.get(subject.id) : undefined;
		if (view?.visible) return { ...row, shown: view, absent: null };
		return { ...row, shown: null, absent: !subject ? 'none' : view && view.title !== '' ? 'not_public' : 'erased' };
	});
}

/** One page of the facts behind a figure. */
export async function rowsOf(
	tree: SpaceTree,
	space: Space,
	definition: IndicatorDefinition,
	period: Period,
	page: number,
	locale: string,
) {
	const found = await listSourceRows(installation().db, coveredBy(tree, space), definition, period, page, rowsPerPage);
	return { ...found, rows: await described(found.rows, locale) };
}

/** The facts behind one figure: the first of them, and how many there are. */
export interface FigureRows {
	name: string;
	count: number;
	rows: ReportRow[];
}

/** For every figure of the report its first facts, `size` at most, and how many there are. */
export async function firstRowsOf(
	tree: SpaceTree,
	space: Space,
	period: Period,
	size: number,
	locale: string,
): Promise<FigureRows[]> {
	const all: FigureRows[] = [];
	for (const definition of reportIndicators) {
		const { rows, count } = await listSourceRows(
			installation().db,
			coveredBy(tree, space),
			definition,
			period,
			1,
			size,
		);
		all.push({ name: definition.name, count, rows: await described(rows, locale) });
	}
	return all;
}

/** All the facts behind every figure of the report, figure by figure. */
export async function allRowsOfReport(
	tree: SpaceTree,
	space: Space,
	period: Period,
	locale: string,
): Promise<FigureRows[]> {
	const all: FigureRows[] = [];
	for (const definition of reportIndicators) {
		const rows = await allRowsOf(tree, space, definition, period, locale);
		all.push({ name: definition.name, count: rows.length, rows });
	}
	return all;
}

/** All the facts behind a figure, described in portions. */
export async function allRowsOf(
	tree: SpaceTree,
	space: Space,
	definition: IndicatorDefinition,
	period: Period,
	locale: string,
): Promise<ReportRow[]> {
	const rows: ReportRow[] = [];
	const portion: SourceRow[] = [];
	for await (const row of sourceRows(installation().db, coveredBy(tree, space), definition, period)) {
		portion.push(row);
		if (portion.length === 500) rows.push(...(await described(portion.splice(0), locale)));
	}
	rows.push(...(await described(portion, locale)));
	return rows;
}
