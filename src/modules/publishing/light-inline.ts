// One line of light text: **bold**, *italic*, [text](address), bare web addresses, a few tags, and `\` before a sign meant as itself.
import { cleanHtml, plainToHtml } from '#platform/html/index.ts';
import {
	attributesOf,
	hrefOf,
	linkMark,
	lineOf,
	marksOf,
	paragraphsOf,
	type Run,
	tagOf,
	unescapeHtml,
	write,
} from './light-runs.ts';
import { lineToHtml } from './light-blocks.ts';

/** Runs, or stars whose meaning is settled once the whole line is read. */
type Item = Run | { stars: '*' | '**'; used?: 'open' | 'close' };

const punctuation = /[!-/:-@[-`{-~•]/;
const tag = /<(\/?)(strong|em|code|bdi|span|a|br|img)(?=[\s/>])([^<>]*)>/iy;
const webAddress = /https?:\/\/\S+/iy;
/** Farther than this no link is looked for, so that a text of brackets is read in one go. */
const longestLink = 3_000;
const isSpace = (char: string | undefined): boolean => char === undefined || /[ \t\n]/.test(char);

/** Where the link that begins at `[` ends, with its text and address; null when it is only a bracket. */
function linkAt(text: string, at: number): { inside: string; href: string; end: number } | null {
	let depth = 0;
	for (let i = at; i < text.length && i < at + longestLink; i++) {
		const char = text[i];
		if (char === '\\') i++;
		else if (char === '[') depth++;
		else if (char === ']' && --depth === 0) {
			const address = /\(((?:\\[!-/:-@[-`{-~]|[^\s()\\]|\((?:\\[!-/:-@[-`{-~]|[^\s()\\])*\))+)\)/y;
			address.lastIndex = i + 1;
			const found = address.exec(text);
			if (!found?.[1]) return null;
			const typed = found[1].replace(/\\(.)/g, '$1');
			const href = /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:[/?#]|$)/i.test(typed) ? `https://${typed}` : typed;
			return { inside: text.slice(at + 1, i), href, end: address.lastIndex };
		}
	}
	return null;
}

/** The web address that stands here in plain sight, without the punctuation after it. */
function addressAt(text: string, at: number): string | null {
	if (at > 0 && /[\p{L}\p{N}_]/u.test(text[at - 1]!)) return null;
	webAddress.lastIndex = at;
	const found = webAddress.exec(text)?.[0].slice(0, 2_000);
	const shown =
		found && /^<p dir="auto"><a dir="ltr" href="[^"]*" rel="[^"]*">([^<]*)<\/a>/.exec(plainToHtml(found))?.[1];
	return shown ? unescapeHtml(shown) : null;
}

class Reader {
	readonly items: Item[] = [];
	#tags: { tag: string; marks: string[] }[] = [];
	/** Stars that may yet be closed. */
	readonly #open: Stars[] = [];
	readonly #text: string;
	readonly #outer: readonly string[];
	#at = 0;

	constructor(text: string, outer: readonly string[]) {
		this.#text = text;
		this.#outer = outer;
	}

	read(): void {
		let literal = '';
		const flush = (): void => {
			if (literal) this.#push({ text: literal, marks: [] });
			literal = '';
		};
		while (this.#at < this.#text.length) {
			const char = this.#text[this.#at]!;
			const next = this.#text[this.#at + 1];
			if (char === '\\' && next !== undefined && punctuation.test(next)) {
				literal += next;
				this.#at += 2;
			} else if (/[*[<h]/i.test(char)) {
				const before = this.#at;
				flush();
				this.#special(char);
				if (this.#at === before) {
					literal += char;
					this.#at++;
				}
			} else {
				literal += char;
				this.#at++;
			}
		}
		flush();
	}

	#push(run: Run): void {
		this.items.push({ ...run, marks: [...this.#outer, ...this.#tags.flatMap(({ marks }) => marks), ...run.marks] });
	}

	get #linked(): boolean {
		return this.#outer.some((mark) => tagOf(mark) === 'a') || this.#tags.some((held) => held.tag === 'a');
	}

	/** Moves on when something begins here; stays when it is only a character. */
	#special(char: string): void {
		if (char === '*') return this.#stars();
		if (char === '<') return this.#tag();
		if (this.#linked) return;
		if (char === '[') {
			const link = linkAt(this.#text, this.#at);
			if (!link) return;
			const inner = new Reader(link.inside, [linkMark(link.href)]);
			inner.read();
			for (const run of resolved(inner.items)) this.#push(run);
			this.#at = link.end;
			return;
		}
		const address = addressAt(this.#text, this.#at);
		if (address === null) return;
		this.#push({ text: address, marks: [linkMark(address)] });
		this.#at += address.length;
	}

	#stars(): void {
		let end = this.#at;
		while (this.#text[end] === '*') end++;
		const count = end - this.#at;
		const opens = !isSpace(this.#text[end]);
		const closes = !isSpace(this.#text[this.#at - 1]);
		this.#at = end;
		if (count > 3 || (!opens && !closes)) return this.#push({ text: '*'.repeat(count), marks: [] });
		if (count < 3) return this.#settle({ stars: count === 2 ? '**' : '*' }, opens, closes);
		const innermost = this.#open.at(-1)?.stars;
		for (const stars of innermost === '*' ? (['*', '**'] as const) : (['**', '*'] as const))
			this.#settle({ stars }, opens, closes);
	}

	/** Closes what is open, else opens; a later opening takes the place of one that was never closed. */
	#settle(item: Stars, opens: boolean, closes: boolean): void {
		this.items.push(item);
		const partner = this.#open.findLastIndex(({ stars }) => stars === item.stars);
		if (partner >= 0 && closes) {
			this.#open[partner]!.used = 'open';
			item.used = 'close';
			this.#open.length = partner;
		} else if (opens) {
			if (partner >= 0) this.#open.splice(partner, 1);
			this.#open.push(item);
		}
	}

	#tag(): void {
		tag.lastIndex = this.#at;
		const found = tag.exec(this.#text);
		if (!found) return;
		const [source, slash, written = '', attributes = ''] = found;
		const name = written.toLowerCase();
		if (name === 'br') this.#push({ text: '\n', marks: [] });
		else if (name === 'img') {
			const html = cleanHtml(source, { links: 'editorial' });
			if (html.startsWith('<img')) this.#push({ text: '', marks: [], html });
		} else if (slash) {
			const last = this.#tags.findLastIndex((held) => held.tag === name);
			if (last >= 0) this.#tags = this.#tags.toSpliced(last, 1);
		} else this.#tags.push({ tag: name, marks: marksOf(name, attributesOf(attributes)) });
		this.#at += source.length;
	}
}

type Stars = Exclude<Item, Run>;
const isStars = (item: Item): item is Stars => 'stars' in item;

/** Stars that were never closed are stars. */
function resolved(items: readonly Item[]): Run[] {
	const active = new Set<string>();
	const runs: Run[] = [];
	for (const item of items) {
		if (!isStars(item)) runs.push({ ...item, marks: [...item.marks, ...active] });
		else {
			const mark = item.stars === '*' ? 'em' : 'strong';
			if (item.used === 'open') active.add(mark);
			else if (item.used === 'close') active.delete(mark);
			else runs.push({ text: item.stars, marks: [...active] });
		}
	}
	return runs;
}

function readRuns(text: string): Run[] {
	const reader = new Reader(text, []);
	reader.read();
	return resolved(reader.items);
}

/** Light text of one heading. */
export const readLine = (text: string): Run[] => lineOf(readRuns(text));
/** Light text of one paragraph; two `<br>` in a row make two of it. */
export const readParagraphs = (text: string): Run[][] => paragraphsOf(readRuns(text));

const escaped = (text: string): string =>
	text
		.replace(/\\(?=[!-/:-@[-`{-~•]|$)/g, '\\\\')
		.replace(/\*(?! )|(?<=[^ \n])\*/g, '\\*')
		.replace(/[[\]]/g, '\\$&')
		.replace(/<(?=[a-z/])/gi, '\\<')
		.replace(/(https?):(?=\/\/)/gi, '$1\\:');

const lightPen = {
	open: (mark: string) => ({ strong: '**', em: '*', a: '[' })[tagOf(mark)] ?? `<${mark}>`,
	close: (mark: string) => {
		const name = tagOf(mark);
		return name === 'a'
			? `](${hrefOf(mark).replace(/[()\\]/g, '\\$&')})`
			: ({ strong: '**', em: '*' }[name] ?? `</${name}>`);
	},
	text: escaped,
};

const same = (a: readonly Run[], b: readonly Run[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Writes a line so that it is read back the same: in light signs where they can say it, else in tags. */
export function writeLine(runs: readonly Run[], breaks: '\n' | '<br>'): string {
	const bare = runs.map((run): Run =>
		run.marks.some((mark) => tagOf(mark) === 'a' && hrefOf(mark) === run.text)
			? { ...run, marks: run.marks.filter((mark) => tagOf(mark) !== 'a') }
			: run,
	);
	const plainPen = { ...lightPen, text: (text: string) => (/^https?:\/\/\S+$/.test(text) ? text : escaped(text)) };
	const tagPen = { ...lightPen, open: (mark: string) => `<${mark}>`, close: (mark: string) => `</${tagOf(mark)}>` };
	for (const text of [write(bare, plainPen), write(runs, lightPen), write(runs, tagPen)]) {
		const lines = text.replace(/\n/g, breaks);
		if (same(readLine(lines), runs)) return lines;
	}
	return lineToHtml(runs);
}
