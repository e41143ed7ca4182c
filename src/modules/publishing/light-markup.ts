// Articles as light text, for writing without a script: empty lines part paragraphs, ## headings, - lists, > quotes,
// [text](address), **bold**, *italic*. What light text cannot say stands in it as HTML, so that nothing is lost.
import { cleanHtml, plainToHtml } from '#platform/html/index.ts';
import { type Block, blocksOf, blocksToHtml } from './light-blocks.ts';
import { readLine, readParagraphs, writeLine } from './light-inline.ts';

const heading = /^(#{1,4}) +(\S.*)$/;
const bullet = /^([-*•])(?: +(.*))?$/;
const numbered = /^(\d{1,3})([.)])(?: +(.*))?$/;
const rule = /^-{3,}[ \t]*$/;
const html = /^<(?:p|h[2-4]|ul|ol|blockquote|figure|table|pre)(?=[\s>])/i;
const blank = /^[ \t]*$/;
const indentOf = (line: string): number => /^[ \t]*/.exec(line)![0].replace(/\t/g, '    ').length;
const withoutIndent = (line: string, indent: number): string => line.replace(/\t/g, '    ').slice(indent);

interface Marker {
	/** Lists with another sign or another kind of number are other lists. */
	sign: string;
	start: number | null;
	text: string;
}

function markerOf(line: string): Marker | null {
	const dot = bullet.exec(line);
	if (dot && !rule.test(line)) return { sign: dot[1]!, start: null, text: dot[2] ?? '' };
	const number = numbered.exec(line);
	return number ? { sign: number[2]!, start: Number(number[1]), text: number[3] ?? '' } : null;
}

const startsBlock = (line: string): boolean =>
	heading.test(line) || rule.test(line) || line.startsWith('>') || html.test(line) || markerOf(line) !== null;

/** The lines of a list's items, from `at`; answers where the list ends. */
function listAt(lines: readonly string[], at: number, first: Marker, depth: number): { block: Block; end: number } {
	const items: Block[][] = [];
	let end = at;
	for (let marker: Marker | null = first; marker && marker.sign === first.sign;) {
		const more: string[] = [];
		let next = end + 1;
		while (next < lines.length && (blank.test(lines[next]!) || indentOf(lines[next]!) >= 2)) more.push(lines[next++]!);
		const indent = Math.min(...more.filter((line) => !blank.test(line)).map(indentOf));
		items.push(
			read([marker.text, ...more.map((line) => (blank.test(line) ? '' : withoutIndent(line, indent)))], depth + 1),
		);
		end = next;
		const following: string | undefined = lines[end];
		marker = following === undefined ? null : markerOf(following);
	}
	return { block: { kind: 'list', start: first.start, items }, end };
}

/** Lists and quotes within each other; deeper ones are lines of text. */
const deepest = 20;

function read(lines: readonly string[], depth = 0): Block[] {
	const blocks: Block[] = [];
	let paragraph: string[] = [];
	const flush = (): void => {
		for (const runs of readParagraphs(paragraph.join('\n'))) blocks.push({ kind: 'paragraph', runs });
		paragraph = [];
	};
	for (let at = 0; at < lines.length;) {
		const line = lines[at]!.replace(/^[ \t]+/, '');
		if (line === '' || startsBlock(line)) flush();
		const marker = depth < deepest ? markerOf(line) : null;
		if (marker) {
			const { block, end } = listAt(lines, at, marker, depth);
			blocks.push(block);
			at = end;
			continue;
		}
		const title = heading.exec(line);
		if (title) {
			const runs = readLine(title[2]!);
			if (runs.length > 0) blocks.push({ kind: 'heading', level: Math.max(2, title[1]!.length), runs });
		} else if (rule.test(line)) blocks.push({ kind: 'rule' });
		else if (html.test(line)) blocks.push(...blocksOf(line));
		else if (depth < deepest && line.startsWith('>')) {
			const from = at;
			while (lines[at + 1]?.trimStart().startsWith('>')) at++;
			const quoted = read(
				lines.slice(from, at + 1).map((each) => each.replace(/^\s*> ?/, '')),
				depth + 1,
			);
			if (quoted.length > 0) blocks.push({ kind: 'quote', blocks: quoted });
		} else if (line !== '') paragraph.push(line);
		at++;
	}
	flush();
	return blocks;
}

const readText = (text: string): Block[] => read(text.replace(/\r\n?/g, '\n').split('\n'));

/** Light text as clean HTML. Safe for any text; a text without signs becomes its paragraphs. */
export const fromLight = (text: string): string => cleanHtml(blocksToHtml(readText(text)), { links: 'editorial' });

/** A sign that would begin a block at the head of a line is meant as itself. */
const guarded = (line: string): string => {
	if (!startsBlock(line)) return line;
	return /^\d/.test(line) ? line.replace(/^\d+/, '$&\\') : `\\${line}`;
};

function written(block: Block, sign: string): string {
	switch (block.kind) {
		case 'paragraph':
			return writeLine(block.runs, '\n').split('\n').map(guarded).join('\n');
		case 'heading':
			return `${'#'.repeat(block.level)} ${writeLine(block.runs, '<br>')}`;
		case 'quote':
			return join(block.blocks)
				.split('\n')
				.map((line) => (line === '' ? '>' : `> ${line}`))
				.join('\n');
		case 'list':
			return block.items
				.map((item, at) =>
					`${block.start === null ? sign : `${block.start + at}${sign}`} ${join(item).replace(/\n(?!\n|$)/g, '\n  ')}`.trimEnd(),
				)
				.join('\n');
		case 'rule':
			return '---';
		case 'kept':
			return block.html;
	}
}

/** Two lists in a row are told apart by their sign. */
function signFor(block: Block, before: Block | undefined, sign: string): string {
	if (block.kind !== 'list') return '';
	const [one, other] = block.start === null ? ['-', '*'] : ['.', ')'];
	const follows = before?.kind === 'list' && (before.start === null) === (block.start === null);
	return follows && sign === one ? other! : one!;
}

function join(blocks: readonly Block[]): string {
	let out = '';
	let sign = '';
	for (const [at, block] of blocks.entries()) {
		const before = blocks[at - 1];
		sign = signFor(block, before, sign);
		const light = written(block, sign);
		const faithful = JSON.stringify(readText(light)) === JSON.stringify([block]);
		const tight = block.kind === 'list' && before?.kind === 'paragraph' && blocks.length === 2;
		out += (out === '' && at === 0 ? '' : tight ? '\n' : '\n\n') + (faithful ? light : blocksToHtml([block]));
	}
	return out;
}

/** An article's HTML as light text; `fromLight` makes the same blocks of it. */
export const toLight = (article: string): string => join(blocksOf(article));

/** Nothing a reader would see. */
export const isEmptyArticle = (html: string): boolean => blocksOf(html).length === 0;

/** Whether two articles have the same blocks, however they were written. */
export const sameArticle = (a: string, b: string): boolean =>
	a === b || JSON.stringify(blocksOf(a)) === JSON.stringify(blocksOf(b));

/** The HTML of a posted text: `html` from the editor, `plain` paragraphs, else light text. Empty when nothing is in it. */
export function articleOf(format: string, text: string): string {
	const html = format === 'html' ? text : format === 'plain' ? plainToHtml(text) : fromLight(text);
	return isEmptyArticle(html) ? '' : html;
}
