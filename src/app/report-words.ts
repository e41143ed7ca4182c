// The words of a report, shared by its page, its papers and the command line.
import { type Formats, isMessageKey, type Translator } from '#platform/i18n/index.ts';
import { bucketsOf, hideSmall, isMonth, leastPeople, type Period, type PublicPart } from '#engines/impact/index.ts';
import type { Figure, Report } from '#engines/impact/server/index.ts';

/** A figure's value in words, or null when it is not known. */
export function valueText({ unit, value }: Figure, f: Formats): string | null {
	if (value === null) return null;
	if (unit === 'hours') return f.hours(value);
	return unit === 'share' ? f.percent(value, 1) : f.number(value);
}

/** `2026-10` for a calendar month, else both days: for addresses and file names. */
export const periodCode = (period: Period): string =>
	isMonth(period) ? period.from.slice(0, 7) : `${period.from}_${period.to}`;

/** A period in words: the month's name, or both days. */
export const periodText = (period: Period, t: Translator, f: Formats): string =>
	isMonth(period)
		? f.date(period.from, 'month')
		: t('report.span', { from: f.date(period.from), to: f.date(period.to) });

export const label = (name: string, t: Translator): string => t.code(`indicator.${name}.label`);

/** What is counted, then exactly when. */
export const definition = (name: string, period: Period, t: Translator, f: Formats): string =>
	`${t.code(`indicator.${name}.definition`)} ${t('report.when', { from: f.date(period.from), to: f.date(period.to) })}`;

/** Numerator and denominator with their values; only what the figure has. */
export function ratioLines(figure: Figure, t: Translator, f: Formats): { numerator?: string; denominator?: string } {
	const line = (key: string, n: number | null) =>
		t('report.line', {
			label: t.code(`indicator.${figure.name}.${key}`),
			text: n === null ? t('common.unknown') : f.number(n),
		});
	if (figure.unit === 'count') return {};
	return {
		...(figure.unit === 'share' ? { numerator: line('numerator', figure.numerator) } : {}),
		denominator: line('denominator', figure.denominator),
	};
}

/** The name of a part: a language, a role, an outcome; a code nobody named stays as it is. */
export function partLabel(by: Figure['by'], part: string, t: Translator): string {
	const keys =
		by === null
			? []
			: by === 'language'
				? [`language.${part}`]
				: by === 'role'
					? [`role.${part}`, `part.role.${part}`]
					: [`part.${by}.${part}`];
	const known = keys.find((key) => isMessageKey(key));
	return known ? t.code(known) : part;
}

/** Parts as they may leave the house: of people, only groups large enough. */
export const publicParts = (figure: Figure): PublicPart[] => (figure.people ? hideSmall(figure.parts) : figure.parts);

export function partText(part: PublicPart, t: Translator, f: Formats): string {
	if (part.n !== null) return f.number(part.n);
	return part.why === 'small' ? t('report.under', { least: leastPeople }) : t('report.hidden');
}

/** The chart's rows: days, or weeks for a longer period. */
export function chartOf(report: Report, t: Translator, f: Formats) {
	const buckets = bucketsOf(report.days);
	const weekly = buckets.some(({ from, to }) => from !== to);
	return {
		caption: t(weekly ? 'report.works_by_week' : 'report.works_by_day'),
		of: t(weekly ? 'report.week' : 'report.day'),
		unit: label('works_published', t),
		rows: buckets.map(({ from, to, n }) => ({
			label:
				from === to ? f.date(from, weekly ? 'long' : 'day') : t('report.span', { from: f.date(from), to: f.date(to) }),
			value: n,
		})),
	};
}
