// Pieces of a line of text with what marks them (bold, a link…), in one normal form whatever they were read from.
import { escapeHtml } from '#platform/html/index.ts';

/** Text under marks. A mark is the inside of its opening tag: `strong`, `a href="…"`. `\n` is a line break. */
export interface Run {
	text: string;
	marks: readonly string[];
	/** A picture in the line: its tag, with an empty text. */
	html?: string;
}

export const tagOf = (mark: string): string => mark.split(' ', 1)[0] ?? '';

/** The text of clean HTML, which knows four entities only. */
export const unescapeHtml = (text: string): string =>
	text
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&');

export const linkMark = (href: string): string => `a href="${escapeHtml(href)}"`;
export const hrefOf = (mark: string): string => unescapeHtml(/^a href="(.*)"$/.exec(mark)?.[1] ?? '');

/** The attributes of a tag, values still escaped. */
export function attributesOf(source: string): Record<string, string> {
	return Object.fromEntries(
		[...source.matchAll(/([a-z]+)="([^"]*)"/gi)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
	);
}

/** What a tag inside a line marks; a language always has a mark of its own. */
export function marksOf(tag: string, attributes: Readonly<Record<string, string>>): string[] {
	const { lang, dir, href } = attributes;
	const language = [
		...(lang ? [`lang="${lang}"`] : []),
		...(dir && (tag === 'span' || tag === 'bdi') ? [`dir="${dir}"`] : []),
	].join(' ');
	if (tag === 'bdi') return [language ? `bdi ${language}` : 'bdi'];
	const own = tag === 'a' ? (href === undefined ? [] : [`a href="${href}"`]) : tag === 'span' ? [] : [tag];
	return language ? [...own, `span ${language}`] : own;
}

const order = ['a', 'strong', 'em', 'code', 'bdi', 'span'];
const rank = (mark: string): number => order.indexOf(tagOf(mark));

/** Marks once each and always in the same order; of two links the inner one counts. */
function sorted(marks: readonly string[]): string[] {
	const link = marks.findLast((mark) => tagOf(mark) === 'a');
	return [...new Set(marks.filter((mark) => tagOf(mark) !== 'a' || mark === link))].sort((a, b) => rank(a) - rank(b));
}

const sameMarks = (a: Run, b: Run): boolean =>
	a.marks.length === b.marks.length && a.marks.every((mark, at) => mark === b.marks[at]);
const isGap = (piece: Run | undefined): boolean => piece?.html === undefined && /^[ \n]/.test(piece?.text ?? '');

/** Cut at spaces and breaks; a gap is one space, one break, or two breaks for more. */
function pieces(runs: readonly Run[]): Run[] {
	const found: Run[] = [];
	for (const run of runs) {
		const marks = sorted(run.marks);
		if (run.html !== undefined) found.push({ text: '', marks, html: run.html });
		for (const text of run.text.match(/[ \t\r\f\n]+|[^ \t\r\f\n]+/g) ?? []) {
			const gap = /^[ \t\r\f\n]/.test(text);
			const before = gap && isGap(found.at(-1)) ? found.pop()!.text : '';
			const breaks = gap ? (before + text).split('\n').length - 1 : 0;
			found.push({ text: gap ? '\n'.repeat(Math.min(breaks, 2)) || ' ' : text, marks });
		}
	}
	return found;
}

/** A space carries only marks of both its neighbours, so that no mark begins or ends with one. */
function settled(found: readonly Run[]): Run[] {
	const settledRuns: Run[] = [];
	for (const [at, piece] of found.entries()) {
		const before = found[at - 1];
		const after = found[at + 1];
		const gap = isGap(piece);
		if (gap && (!before || !after)) continue;
		const marks = gap ? before!.marks.filter((mark) => after!.marks.includes(mark)) : piece.marks;
		const next: Run = { ...piece, marks };
		const last = settledRuns.at(-1);
		if (last && last.html === undefined && next.html === undefined && sameMarks(last, next)) last.text += next.text;
		else settledRuns.push(next);
	}
	return settledRuns;
}

const isEmpty = (runs: readonly Run[]): boolean =>
	runs.every((run) => run.html === undefined && run.text.trim() === '');

/** One line in normal form; empty when nothing can be seen. */
export function lineOf(runs: readonly Run[]): Run[] {
	const line = settled(pieces(runs).map((piece) => (piece.text === '\n\n' ? { ...piece, text: '\n' } : piece)));
	return isEmpty(line) ? [] : line;
}

/** Paragraphs in normal form: two breaks in a row part them. */
export function paragraphsOf(runs: readonly Run[]): Run[][] {
	const groups: Run[][] = [[]];
	for (const piece of pieces(runs)) {
		if (piece.text === '\n\n') groups.push([]);
		else groups.at(-1)!.push(piece);
	}
	return groups.map(settled).filter((line) => !isEmpty(line));
}

/** How marks are written: what opens one, what closes it, and the text between. */
export interface Pen {
	open(mark: string): string;
	close(mark: string): string;
	text(text: string): string;
}

/** Writes runs with properly nested marks; of those that begin together the one that lasts longest is outermost. */
export function write(runs: readonly Run[], pen: Pen): string {
	let out = '';
	const held: string[] = [];
	const lasts = (mark: string, from: number): number => {
		let to = from;
		while (runs[to]?.marks.includes(mark)) to++;
		return to;
	};
	for (const [at, run] of runs.entries()) {
		const keep = held.findIndex((mark) => !run.marks.includes(mark));
		if (keep >= 0) while (held.length > keep) out += pen.close(held.pop()!);
		const fresh = run.marks.filter((mark) => !held.includes(mark));
		for (const mark of fresh.sort((a, b) => lasts(b, at) - lasts(a, at))) {
			out += pen.open(mark);
			held.push(mark);
		}
		out += run.html ?? pen.text(run.text);
	}
	while (held.length > 0) out += pen.close(held.pop()!);
	return out;
}
