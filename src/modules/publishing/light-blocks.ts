// The blocks of an article (paragraphs, headings, lists, quotes), between its HTML and its light text.
import { cleanHtml, escapeHtml } from '#platform/html/index.ts';
import { attributesOf, lineOf, marksOf, paragraphsOf, type Run, tagOf, unescapeHtml, write } from './light-runs.ts';

export type Block =
	| { kind: 'paragraph'; runs: Run[] }
	| { kind: 'heading'; level: number; runs: Run[] }
	/** `start` is null for bullets. */
	| { kind: 'list'; start: number | null; items: Block[][] }
	| { kind: 'quote'; blocks: Block[] }
	| { kind: 'rule' }
	/** A table, a figure, a listing: kept as it is, on one line. */
	| { kind: 'kept'; html: string };

interface Element {
	tag: string;
	attributes: Record<string, string>;
	children: Node[];
	source: string;
}
type Node = string | Element;

const token = /<(\/?)([a-z][a-z\d]*)((?:\s[^<>]*?)?)\s*\/?>|[^<]+|</gi;
const voids = new Set(['br', 'hr', 'img']);
const inline = new Set(['a', 'strong', 'em', 'bdi', 'span', 'code']);
const keptTags = new Set(['table', 'figure', 'pre']);

/** The tree of HTML that the sanitiser wrote: every element is closed, every text escaped. */
function treeOf(html: string): Node[] {
	const root: Element = { tag: '', attributes: {}, children: [], source: '' };
	const open: { element: Element; from: number }[] = [{ element: root, from: 0 }];
	for (const match of html.matchAll(token)) {
		const [text, slash, tag, attributes = ''] = match;
		const here = open.at(-1)!.element;
		if (tag === undefined) here.children.push(text);
		else if (slash) {
			const closed = open.length > 1 ? open.pop()! : null;
			if (closed) closed.element.source = html.slice(closed.from, match.index + text.length);
		} else {
			const element: Element = { tag, attributes: attributesOf(attributes), children: [], source: text };
			here.children.push(element);
			if (!voids.has(tag)) open.push({ element, from: match.index });
		}
	}
	return root.children;
}

/** What is kept as it is must stand on one line: line ends count only in a listing. */
function oneLine({ tag, source }: Element): string {
	const lines = /\r\n?|\n/g;
	return tag === 'pre'
		? source.replace(lines, '&#10;')
		: source.replace(/<pre[\s\S]*?<\/pre>/g, (pre) => pre.replace(lines, '&#10;')).replace(/[ \t\r\f\n]+/g, ' ');
}

class Collector {
	readonly blocks: Block[] = [];
	#pending: Run[] = [];

	flush(): void {
		for (const runs of paragraphsOf(this.#pending)) this.blocks.push({ kind: 'paragraph', runs });
		this.#pending = [];
	}

	add(nodes: readonly Node[], marks: readonly string[]): void {
		for (const node of nodes) {
			if (typeof node === 'string')
				this.#pending.push({ text: unescapeHtml(node).replace(/[ \t\r\f\n]+/g, ' '), marks });
			else if (node.tag === 'br') this.#pending.push({ text: '\n', marks });
			else if (node.tag === 'img') this.#pending.push({ text: '', marks, html: oneLine(node) });
			else if (inline.has(node.tag)) this.add(node.children, [...marks, ...marksOf(node.tag, node.attributes)]);
			else this.#block(node, node.attributes['lang'] ? [...marks, `span lang="${node.attributes['lang']}"`] : marks);
		}
	}

	#block(node: Element, marks: readonly string[]): void {
		this.flush();
		if (keptTags.has(node.tag)) this.blocks.push({ kind: 'kept', html: oneLine(node) });
		else if (node.tag === 'hr') this.blocks.push({ kind: 'rule' });
		else if (/^h[2-4]$/.test(node.tag)) this.#heading(node, marks);
		else if (node.tag === 'ul' || node.tag === 'ol') {
			const items = node.children
				.filter((child) => typeof child !== 'string' || child.trim() !== '')
				.map((child) =>
					blocksWithin(
						typeof child !== 'string' && child.tag === 'li' ? child.children : [child],
						marksWithin(child, marks),
					),
				);
			if (items.length > 0)
				this.blocks.push({
					kind: 'list',
					start: node.tag === 'ul' ? null : Number(node.attributes['start'] ?? 1),
					items,
				});
		} else if (node.tag === 'blockquote') {
			const blocks = blocksWithin(node.children, marks);
			if (blocks.length > 0) this.blocks.push({ kind: 'quote', blocks });
		} else this.add(node.children, marks);
		this.flush();
	}

	/** A heading is one line; blocks inside one stay blocks. */
	#heading(node: Element, marks: readonly string[]): void {
		for (const block of blocksWithin(node.children, marks)) {
			if (block.kind === 'paragraph')
				this.blocks.push({ kind: 'heading', level: Number(node.tag[1]), runs: lineOf(block.runs) });
			else this.blocks.push(block);
		}
	}
}

const marksWithin = (child: Node, marks: readonly string[]): readonly string[] => {
	const lang = typeof child !== 'string' && child.tag === 'li' ? child.attributes['lang'] : undefined;
	return lang ? [...marks, `span lang="${lang}"`] : marks;
};

function blocksWithin(nodes: readonly Node[], marks: readonly string[]): Block[] {
	const collector = new Collector();
	collector.add(nodes, marks);
	collector.flush();
	return collector.blocks;
}

/** The blocks of any HTML, cleaned first. Directions written into it are left out: every block finds its own. */
export const blocksOf = (html: string): Block[] => blocksWithin(treeOf(cleanHtml(html, { links: 'editorial' })), []);

export const lineToHtml = (runs: readonly Run[]): string =>
	write(runs, {
		open: (mark) => `<${mark}>`,
		close: (mark) => `</${tagOf(mark)}>`,
		text: (text) => escapeHtml(text).replace(/\n/g, '<br>'),
	});

function itemToHtml(blocks: readonly Block[]): string {
	const [first, ...rest] = blocks;
	const tight = first?.kind === 'paragraph' && rest.every((block) => block.kind === 'list');
	return tight ? lineToHtml(first.runs) + blocksToHtml(rest) : blocksToHtml(blocks);
}

/** HTML without a line end, each block finding its own direction. */
export function blocksToHtml(blocks: readonly Block[]): string {
	return blocks
		.map((block) => {
			switch (block.kind) {
				case 'paragraph':
					return `<p dir="auto">${lineToHtml(block.runs)}</p>`;
				case 'heading':
					return `<h${block.level} dir="auto">${lineToHtml(block.runs)}</h${block.level}>`;
				case 'quote':
					return `<blockquote>${blocksToHtml(block.blocks)}</blockquote>`;
				case 'list': {
					const items = block.items.map((item) => `<li dir="auto">${itemToHtml(item)}</li>`).join('');
					if (block.start === null) return `<ul>${items}</ul>`;
					return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>${items}</ol>`;
				}
				case 'rule':
					return '<hr>';
				case 'kept':
					return block.html;
			}
		})
		.join('');
}
