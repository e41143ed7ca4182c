// The report as files: PDF for people, CSV for spreadsheets, JSON for programs. Small groups of people are hidden in all of them.
import { dirOf, type Formats, type Locale, type Translator } from '#platform/i18n/index.ts';
import type { CsvCell, Paper, PaperSection } from '#platform/server/papers/index.ts';
import { wallTimeOf } from '#platform/time.ts';
import type { Period } from '#engines/impact/index.ts';
import { leastPeople } from '#engines/impact/index.ts';
import type { Figure, Report } from '#engines/impact/server/index.ts';
import { type Space, textOf } from '#foundations/spaces/index.ts';
import type { SpaceTree } from '#foundations/spaces/server/index.ts';
import type { ReportRow } from './report.ts';
import {
	chartOf,
	definition,
	label,
	partLabel,
	partText,
	periodCode,
	periodText,
	publicParts,
	ratioLines,
	valueText,
} from './report-words.ts';

/** A report with what its words need. */
export interface Edition {
	space: Space;
	report: Report;
	/** How many spaces it covers. */
	covers: number;
	locale: Locale;
	t: Translator;
	f: Formats;
	now: Date;
	origin: string;
}

/** Where the page of a figure's facts is, without origin. */
const rowsPath = (space: Space, locale: string, indicator: string, { from, to }: Period): string =>
	`/${locale}/desk/s/${space.address}/report/${indicator}?from=${from}&to=${to}`;

/** A readable file name in the language of the report: `rapport-radio-atlas-2026-10.pdf`. */
export function fileName(t: Translator, space: Space, period: Period, format: string, indicator?: string): string {
	const words = indicator ? `${t('report.file_rows')}-${indicator.replaceAll('_', '-')}` : t('report.file');
	return `${words}-${space.address}-${periodCode(period)}.${format}`;
}

/** Content-Disposition with a name in any script (RFC 6266), and a plain one for what does not read it. */
export const attachment = (name: string): string =>
	`attachment; filename="${name.replace(/[^\w.-]+/g, '').replace(/^-+/, '') || 'report'}"; filename*=UTF-8''${encodeURIComponent(name)}`;

function partSections({ report, t, f }: Edition): PaperSection[] {
	return report.figures
		.filter((figure) => figure.parts.length > 0)
		.map((figure) => ({
			heading: `${label(figure.name, t)} · ${t.code(`report.by.${figure.by}`)}`,
			...(figure.people ? { paragraphs: [t('report.small_note', { least: leastPeople })] } : {}),
			table: {
				headers: [t.code(figure.by === 'role' ? 'common.role' : `report.${figure.by}`), t('common.number')],
				rows: publicParts(figure).map((part) => [partLabel(figure.by, part.part, t), partText(part, t, f)]),
				align: ['start', 'end'] as const,
			},
		}));
}

/** The report as a document. */
export function reportPaper(edition: Edition): Paper {
	const { space, report, covers, locale, t, f, now, origin } = edition;
	const chart = chartOf(report, t, f);
	const remarks = [
		t('report.period', { from: f.date(report.from), to: f.date(report.to), zone: space.zone }),
		...(report.known ? [] : [t('report.unknown_period')]),
		...(report.running ? [t('report.running')] : []),
		...(report.error ? [t('report.stands_still')] : []),
	];
	return {
		lang: locale,
		dir: dirOf(locale),
		title: t('report.title'),
		subtitle: t('report.covers', { count: covers }),
		spaceName: textOf(space, locale).name,
		period: periodText(report, t, f),
		generatedAt: t('report.generated', { date: f.dateTime(now), zone: space.zone }),
		hue: space.hue,
		pageLabel: t('report.page', { page: '{page}', pages: '{pages}' }),
		sections: [
			{
				heading: t('report.figures'),
				paragraphs: remarks,
				figures: report.figures.map((figure) => ({
					label: label(figure.name, t),
					value: valueText(figure, f) ?? t('common.unknown'),
					definition: definition(figure.name, report, t, f),
					...ratioLines(figure, t, f),
					sourceNote: t('report.source', { address: origin + rowsPath(space, locale, figure.name, report) }),
				})),
			},
			...(chart.rows.length > 0 ? [{ heading: chart.caption, bars: { label: chart.unit, items: chart.rows } }] : []),
			...partSections(edition),
		],
	};
}

/** The figures as a table: one line each, then one for each part. */
export function reportTable({ report, t, f }: Edition): CsvCell[][] {
	const known = (n: number | null): CsvCell => n ?? t('common.unknown');
	const tail = (figure: Figure): CsvCell[] => [
		t.code(`report.unit.${figure.unit}`),
		report.from,
		report.to,
		definition(figure.name, report, t, f),
	];
	const head = [
		'report.indicator',
		'report.part',
		'report.value',
		'report.numerator',
		'report.denominator',
		'report.unit',
		'common.start_date',
		'common.end_date',
		'report.definition',
	] as const;
	return [
		head.map((key) => t(key)),
		...report.figures.flatMap((figure) => [
			[
				label(figure.name, t),
				'',
				known(figure.value),
				figure.unit === 'share' ? known(figure.numerator) : '',
				figure.unit === 'count' ? '' : known(figure.denominator),
				...tail(figure),
			],
			...publicParts(figure).map((part): CsvCell[] => [
				label(figure.name, t),
				partLabel(figure.by, part.part, t),
				part.n ?? partText(part, t, f),
				'',
				'',
				t('report.unit.count'),
				report.from,
				report.to,
				definition(figure.name, report, t, f),
			]),
		]),
	];
}

/** What stands for a row's subject in words. */
const subjectText = (row: ReportRow, t: Translator): string =>
	row.shown?.title ?? t.code(`report.rows.${row.absent ?? 'none'}`);

const dayColumns = [
	'report.rows.begun',
	'report.rows.due',
	'report.rows.ended',
	'report.rows.days',
	'report.timeliness',
] as const;

const dayCells = ({ course, part }: ReportRow, t: Translator): CsvCell[] => [
	course?.begunOn ?? '',
	course?.dueOn ?? '',
	course?.endedOn ?? t('report.rows.not_ended'),
	course?.days ?? '',
	partLabel('timeliness', part, t),
];

/** The facts behind a figure as a table, each with the wall time of its space and the instant. */
export function rowsTable(
	{ t, locale, origin }: Pick<Edition, 't' | 'locale' | 'origin'>,
	tree: SpaceTree,
	rows: readonly ReportRow[],
): CsvCell[][] {
	const timed = rows.some((row) => row.value !== null);
	const dated = rows.some((row) => row.course !== null);
	return [
		[
			t('common.date'),
			'UTC',
			t('report.rows.type'),
			t('report.rows.type_code'),
			t('report.rows.space'),
			t('report.rows.subject'),
			t('report.rows.address'),
			t('report.rows.counted'),
			t('report.rows.running'),
			...(timed ? [t('report.rows.hours_number')] : []),
			...(dated ? dayColumns.map((key) => t(key)) : []),
		],
		...rows.map((row): CsvCell[] => {
			const space = tree.byId.get(row.spaceId);
			return [
				wallTimeOf(row.at, space?.zone ?? 'UTC').replace('T', ' '),
				row.at,
				t.code(`fact.${row.type}`),
				row.type,
				space ? textOf(space, locale).name : '',
				subjectText(row, t),
				row.shown ? origin + row.shown.path : '',
				row.counted,
				row.running,
				...(timed ? [row.value] : []),
				...(dated ? dayCells(row, t) : []),
			];
		}),
	];
}

/** The report as plain data. */
export function reportData({ space, report, locale, t }: Edition) {
	return {
		space: { address: space.address, name: textOf(space, locale).name },
		period: { from: report.from, to: report.to, zone: space.zone, known: report.known, running: report.running },
		language: locale,
		figures: report.figures.map((figure) => ({
			name: figure.name,
			label: label(figure.name, t),
			definition: t.code(`indicator.${figure.name}.definition`),
			unit: figure.unit,
			value: figure.value,
			numerator: figure.numerator,
			denominator: figure.denominator,
			by: figure.by,
			parts: publicParts(figure),
		})),
		works_by_day: report.days,
	};
}
