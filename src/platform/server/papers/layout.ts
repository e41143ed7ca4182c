// Turns a Paper into the plain JSON its template reads: every text cleaned, every direction decided, every bar a share.
import type { Paper, PaperBars, PaperCell, PaperFigure, PaperTable } from './paper.ts';
import { directionOf, inlinePrintable, languageOf, paragraphPrintable } from './text.ts';

type Clean = (text: string, longest?: number) => string;

/** What the template receives. Texts are ready to print; shares are 0 to 1, null when unknown. */
export type Layout = ReturnType<typeof layoutOf>;

export function layoutOf(doc: Paper) {
	const line: Clean = (text, longest) => inlinePrintable(text, doc.dir, longest);
	const optional = (text = '') => (text.trim() === '' ? null : line(text));
	const paragraph = (text: string) => {
		const dir = directionOf(text, doc.dir);
		return { text: paragraphPrintable(text, dir), dir, lang: languageOf(text, doc) };
	};
	return {
		lang: doc.lang,
		dir: doc.dir,
		hue: (((doc.hue ?? 275) % 360) + 360) % 360,
		// PDF/UA asks for a title.
		title: line([doc.title, doc.spaceName].find((text) => text.trim() !== '') ?? '—'),
		subtitle: optional(doc.subtitle),
		spaceName: line(doc.spaceName),
		period: optional(doc.period),
		generatedAt: line(doc.generatedAt),
		footer: optional(doc.footer),
		pageLabel: line(doc.pageLabel ?? '\u2066{page} / {pages}\u2069'),
		sections: doc.sections.map((section) => ({
			heading: line(section.heading),
			paragraphs: (section.paragraphs ?? []).filter((text) => text.trim() !== '').map(paragraph),
			figures: (section.figures ?? []).map((figure) => figureOf(figure, line)),
			table: section.table === undefined ? null : tableOf(section.table, line),
			bars: section.bars === undefined ? null : barsOf(section.bars, line, doc.lang),
			after: optional(section.after),
		})),
	};
}

function figureOf(figure: PaperFigure, line: Clean) {
	const parts =
		figure.numerator === undefined || figure.denominator === undefined
			? null
			: [line(figure.numerator, 22), line(figure.denominator, 22)];
	return {
		label: line(figure.label, 26),
		value: line(figure.value, 14),
		definition: line(figure.definition, 32),
		parts,
		sourceNote: line(figure.sourceNote, 32),
	};
}

/** Tables of at most so many rows stand whole on one page; longer ones flow from page to page under their headers. */
const keptTogether = 8;

const textOf = (cell: PaperCell = ''): string => (typeof cell === 'string' ? cell : cell.text);
/** The address of a cell; only of the web, so that no paper opens anything else. */
const hrefOf = (cell: PaperCell = ''): string | null =>
	typeof cell !== 'string' && /^https?:\/\/\S+$/u.test(cell.href) ? cell.href : null;

function tableOf(table: PaperTable, line: Clean) {
	const width = Math.max(1, table.headers.length, ...table.rows.map((row) => row.length));
	const longest = Math.max(8, Math.floor(72 / width));
	const filled = (row: readonly PaperCell[]) =>
		Array.from({ length: width }, (_, i) => ({ text: line(textOf(row[i]), longest), href: hrefOf(row[i]) }));
	return {
		headers: filled(table.headers),
		rows: table.rows.map(filled),
		together: table.rows.length <= keptTogether,
		widths: Array.from({ length: width }, (_, i) => share([table.headers, ...table.rows].map((row) => textOf(row[i])))),
		align: Array.from({ length: width }, (_, i) => table.align?.[i] ?? 'start'),
	};
}

/** A column's share of the width: by its longest text, between 1 and 4, so that no column starves. */
function share(texts: readonly string[]): number {
	const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
	return Math.min(4, Math.max(1, Math.round(longest / 4) / 2));
}

function barsOf(bars: PaperBars, line: Clean, lang: string) {
	const known = (value: number | null): value is number => value !== null && Number.isFinite(value);
	const most = Math.max(0, ...bars.items.map((item) => (known(item.value) ? item.value : 0)));
	return {
		label: line(bars.label),
		items: bars.items.map((item) => ({
			label: line(item.label, 22),
			text: line(item.text ?? (known(item.value) ? grouped(item.value, lang) : '—'), 14),
			share: known(item.value) ? (most === 0 ? 0 : Math.max(0, item.value) / most) : null,
		})),
	};
}

/** Groups by U+202F, decimals by comma, as the region writes them; English keeps its own signs. */
function grouped(value: number, lang: string): string {
	return new Intl.NumberFormat(lang === 'en' ? 'en' : 'fr', { maximumFractionDigits: 2 })
		.format(value)
		.replace(/\s/gu, '\u202f');
}
