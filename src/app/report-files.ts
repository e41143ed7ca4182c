// The report as files: PDF for people, CSV for spreadsheets, JSON for programs. Small groups of people are hidden in all of them.
import { dirOf, type Formats, type Locale, type Translator, zoneWords } from '#platform/i18n/index.ts';
import type { CsvCell, Paper, PaperSection } from '#platform/server/papers/index.ts';
import type { Period } from '#engines/impact/index.ts';
import { leastPeople } from '#engines/impact/index.ts';
import type { Figure, Report } from '#engines/impact/server/index.ts';
import { type Space, textOf } from '#foundations/spaces/index.ts';
import type { FigureRows } from './report.ts';
import { annexSections } from './report-rows.ts';
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
	/** Of every figure the first facts and how many there are. */
	sources: readonly FigureRows[];
}

/** Where the page of a figure's facts is, without origin. */
const rowsPath = (space: Space, locale: string, indicator: string, { from, to }: Period): string =>
	`/${locale}/desk/s/${space.address}/report/${indicator}?from=${from}&to=${to}`;

/** A readable file name in the language of the report: `rapport-radio-atlas-2026-10.pdf`; with an `indicator` of its facts, with an empty one of all. */
export function fileName(t: Translator, space: Space, period: Period, format: string, indicator?: string): string {
	const kind = t(indicator === undefined ? 'report.file' : 'report.file_rows');
	const words = indicator ? `${kind}-${indicator.replaceAll('_', '-')}` : kind;
	return `${words}-${space.address}-${periodCode(period)}.${format}`;
}

/** Content-Disposition with a name in any script (RFC 6266), and a plain one for what does not read it. */
export const attachment = (name: string): string =>
	`attachment; filename="${name.replace(/[^\w.-]+/g, '').replace(/^-+/, '') || 'report'}"; filename*=UTF-8''${encodeURIComponent(name)}`;

const countOf = ({ sources }: Edition, name: string): number =>
	sources.find((source) => source.name === name)?.count ?? 0;

const sourceNote = (edition: Edition, { name, value }: Figure): string => {
	const count = countOf(edition, name);
	if (count > 0) return edition.t('report.source', { count });
	return edition.t(value === null ? 'report.source_unknown' : 'report.source_none');
};

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
	const { space, report, covers, locale, t, f, now } = edition;
	const chart = chartOf(report, t, f);
	const remarks = [
		t('report.period', { from: f.date(report.from), to: f.date(report.to), zone: zoneWords(space.zone, t) }),
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
		generatedAt: t('report.generated', { date: f.dateTime(now), zone: zoneWords(space.zone, t) }),
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
					sourceNote: sourceNote(edition, figure),
				})),
			},
			...(chart.rows.length > 0 ? [{ heading: chart.caption, bars: { label: chart.unit, items: chart.rows } }] : []),
			...partSections(edition),
			...annexSections(edition),
		],
	};
}

/** The figures as a table: one line each, then one for each part; the code joins them to the table of facts. */
export function reportTable(edition: Edition): CsvCell[][] {
	const { space, report, locale, t, f, origin } = edition;
	const known = (n: number | null): CsvCell => n ?? t('common.unknown');
	const tail = (figure: Figure): CsvCell[] => [
		t.code(`report.unit.${figure.unit}`),
		report.from,
		report.to,
		definition(figure.name, report, t, f),
		figure.name,
		countOf(edition, figure.name),
		origin + rowsPath(space, locale, figure.name, report),
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
		'report.code',
		'report.rows_count',
		'report.rows_source',
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
				...tail(figure).slice(1),
			]),
		]),
	];
}

/** The report as plain data. */
export function reportData(edition: Edition) {
	const { space, report, locale, t, origin } = edition;
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
			rows: {
				count: countOf(edition, figure.name),
				address: origin + rowsPath(space, locale, figure.name, report),
			},
		})),
		works_by_day: report.days,
	};
}
