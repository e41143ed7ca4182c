// The facts behind the figures as they leave the house: a table for spreadsheets, data for programs, an annex of the paper.
import type { Formats, Locale, Translator } from '#platform/i18n/index.ts';
import type { CsvCell, PaperCell, PaperSection } from '#platform/server/papers/index.ts';
import { wallTimeOf } from '#platform/time.ts';
import { textOf } from '#foundations/spaces/index.ts';
import type { SpaceTree } from '#foundations/spaces/server/index.ts';
import { type FigureRows, indicatorNamed, type ReportRow } from './report.ts';
import { label, partLabel } from './report-words.ts';

interface Words {
	t: Translator;
	locale: Locale;
	origin: string;
}

/** How many facts of one figure the paper prints; the table of facts holds all of them. */
export const rowsOnPaper = 12;

/** What stands for a row's subject in words. */
const subjectText = (row: ReportRow, t: Translator): string =>
	row.shown?.title ?? t.code(`report.rows.${row.absent ?? 'none'}`);

/** Where the public finds the subject of a row; null when it may not see it. */
const addressOf = (row: ReportRow, origin: string): string | null =>
	row.shown ? origin + (row.shown.short ?? row.shown.path) : null;

const dayColumns = [
	'report.rows.begun',
	'report.rows.due',
	'report.rows.ended',
	'report.rows.days',
	'report.timeliness',
] as const;

/** The part in which a fact counts: its language, role or outcome; nothing where parts are groups of people (DESIGN 5.7). */
function partCell(name: string, { part }: ReportRow, t: Translator): string {
	const { by, people } = indicatorNamed(name);
	return by === undefined || people ? '' : partLabel(by, part, t);
}

/** The days of what had a day to be done by; empty for other facts. */
const dayCells = ({ course, part }: ReportRow, t: Translator): CsvCell[] =>
	course === null
		? dayColumns.map(() => '')
		: [
				course.begunOn ?? '',
				course.dueOn ?? '',
				course.endedOn ?? t('report.rows.not_ended'),
				course.days ?? '',
				partLabel('timeliness', part, t),
			];

/** The facts behind figures as a table, each with the wall time of its space and the instant. */
export function rowsTable(
	{ t, locale, origin }: Words,
	tree: SpaceTree,
	figures: readonly Pick<FigureRows, 'name' | 'rows'>[],
): CsvCell[][] {
	const all = figures.flatMap(({ rows }) => rows);
	const timed = all.some((row) => row.value !== null);
	const dated = all.some((row) => row.course !== null);
	return [
		[
			t('report.indicator'),
			t('report.code'),
			t('common.date'),
			'UTC',
			t('report.rows.type'),
			t('report.rows.type_code'),
			t('report.rows.space'),
			t('report.rows.subject'),
			t('report.rows.address'),
			t('report.rows.counted'),
			t('report.rows.running'),
			t('report.part'),
			...(timed ? [t('report.rows.hours_number')] : []),
			...(dated ? dayColumns.map((key) => t(key)) : []),
		],
		...figures.flatMap(({ name, rows }) =>
			rows.map((row): CsvCell[] => {
				const space = tree.byId.get(row.spaceId);
				return [
					label(name, t),
					name,
					wallTimeOf(row.at, space?.zone ?? 'UTC').replace('T', ' '),
					row.at,
					t.code(`fact.${row.type}`),
					row.type,
					space ? textOf(space, locale).name : '',
					subjectText(row, t),
					addressOf(row, origin),
					row.counted,
					row.running,
					partCell(name, row, t),
					...(timed ? [row.value] : []),
					...(dated ? dayCells(row, t) : []),
				];
			}),
		),
	];
}

/** The facts behind figures as plain data. */
export const rowsData = ({ t, origin }: Words, figures: readonly FigureRows[]) =>
	figures.flatMap(({ name, rows }) =>
		rows.map((row) => ({
			indicator: name,
			at: row.at.toISOString(),
			fact: row.type,
			subject: subjectText(row, t),
			part: partCell(name, row, t) || null,
			address: addressOf(row, origin),
			counted: row.counted,
			running: row.running,
			hours: row.value,
			course: row.course,
		})),
	);

/** The annex of the paper: of each figure its first facts, and how many more the table of facts holds. */
export function annexSections({
	sources,
	t,
	f,
	origin,
}: {
	sources: readonly FigureRows[];
	t: Translator;
	f: Formats;
	origin: string;
}): PaperSection[] {
	return sources
		.filter(({ count }) => count > 0)
		.map(({ name, count, rows }) => {
			const printed = rows.slice(0, rowsOnPaper);
			const timed = printed.some((row) => row.value !== null);
			return {
				heading: t('report.rows.title', { indicator: label(name, t) }),
				table: {
					headers: [
						t('common.date'),
						t('report.rows.subject'),
						t('report.rows.address'),
						t(timed ? 'report.rows.hours' : 'report.rows.running'),
					],
					rows: printed.map((row): PaperCell[] => {
						const address = addressOf(row, origin);
						const hours = row.value === null ? t('common.unknown') : f.hours(row.value);
						return [
							f.date(row.at),
							subjectText(row, t),
							address === null ? '' : { text: address.replace(/^https?:\/\//u, ''), href: address },
							timed ? hours : f.number(row.running),
						];
					}),
					align: ['start', 'start', 'start', 'end'] as const,
				},
				...(count > printed.length ? { after: t('report.rows.more', { count: count - printed.length }) } : {}),
			};
		});
}
