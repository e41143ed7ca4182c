// Cuts an XML feed into its frame (everything but the entries) and its entries, so that one bad entry harms no other.
import { refuse } from '#platform/refusal.ts';
import type { Seen, Tag } from './xml-tags.ts';
import { tagsOf } from './xml-tags.ts';

export type XmlFormat = 'rss' | 'atom' | 'rdf';

export interface Piece {
	text: string;
	/** The file stops inside this entry. */
	cut: boolean;
}

export interface SplitFeed {
	format: XmlFormat;
	/** The document without its entries, ready to be parsed. */
	frame: string;
	entries: Piece[];
	/** Entries in the feed's outer tags, ready to be parsed. */
	wrap: (entries: readonly string[]) => string;
	declaresEntities: boolean;
	/** An element, of the feed or of an entry, was never closed. */
	unclosed: boolean;
}

interface Span {
	start: number;
	end: number;
}

/** More levels than any published feed has, though Atom may hold whole XHTML pages. */
const maxDepth = 200;
const roots: Readonly<Record<string, XmlFormat>> = { rss: 'rss', channel: 'rss', feed: 'atom', rdf: 'rdf' };
const emptyInHtml = new Set('area base br col embed hr img input meta param source track wbr'.split(' '));
const closedByItself = new Set('p li tr td th dt dd option'.split(' '));

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Null when the text is no XML feed. Refuses a nesting deeper than 200 levels. */
export function splitFeed(text: string): SplitFeed | null {
	const seen: Seen = { declaresEntities: false, unfinished: false };
	const walk = tagsOf(text, seen);
	const root = walk.next().value as Tag | undefined;
	const format = root && root.kind !== 'close' ? roots[localName(root.name)] : undefined;
	if (!root || !format) return null;

	const found = findEntries(walk, root, format);
	const spans = found.entries.map((entry) => ({ start: entry.start, end: entry.end ?? text.length }));
	const entries = found.entries.map((entry, i) => {
		const written = text.slice(entry.start, spans[i]?.end);
		return {
			text: entry.end === null || entry.closed ? written : `${written}</${found.entryName}>`,
			cut: entry.end === null,
		};
	});
	const tail = found.end === null ? closers(text, root, format) : '';
	const frame = without(text.slice(0, found.end ?? undefined), root.start, spans) + tail;
	const open = text.slice(root.start, root.end).replace(/\/>$/, '>');
	return {
		format,
		entries,
		...framing(format, localName(root.name) === 'channel', nameIn(open), open, frame),
		declaresEntities: seen.declaresEntities,
		unclosed: found.end === null || seen.unfinished || found.entries.some((entry) => !entry.closed),
	};
}

interface Found {
	entries: { start: number; end: number | null; closed: boolean }[];
	entryName: string;
	/** After the root's end tag; null when it has none. */
	end: number | null;
}

function findEntries(walk: Iterable<Tag>, root: Tag, format: XmlFormat): Found {
	const wanted = format === 'atom' ? 'entry' : 'item';
	const stack = [root.name];
	const found: Found = { entries: [], entryName: '', end: root.kind === 'empty' ? root.end : null };
	for (const tag of found.end === null ? walk : []) {
		const local = localName(tag.name);
		const last = found.entries.at(-1);
		const inside = last?.end === null ? last : undefined;
		const isEntry = local === wanted && (found.entryName === '' || found.entryName === tag.name);
		if (isEntry && tag.kind !== 'close') {
			// A new entry starts inside the one before: that one was not closed.
			if (inside) {
				inside.end = tag.start;
				stack.length = Math.max(1, stack.indexOf(tag.name));
			}
			found.entryName = tag.name;
			const whole = tag.kind === 'empty';
			found.entries.push({ start: tag.start, end: whole ? tag.end : null, closed: whole });
		} else if (isEntry && inside) {
			inside.end = tag.end;
			inside.closed = true;
		}
		follow(stack, tag, local, inside !== undefined);
		if (stack.length === 0) {
			found.end = tag.end;
			break;
		}
	}
	return found;
}

/** Keeps the stack of open elements, forgiving what unescaped HTML leaves open. */
function follow(stack: string[], tag: Tag, local: string, insideEntry: boolean): void {
	if (tag.kind === 'close') {
		const at = stack.lastIndexOf(tag.name);
		if (at >= 0) stack.length = at;
	} else if (tag.kind === 'open') {
		if (insideEntry && emptyInHtml.has(local)) return;
		if (closedByItself.has(local) && stack.at(-1) === tag.name) return;
		stack.push(tag.name);
		if (stack.length > maxDepth) refuse('feed.too_deep');
	}
}

function without(text: string, from: number, spans: readonly Span[]): string {
	let kept = '';
	let at = from;
	for (const span of spans) {
		kept += text.slice(at, Math.max(at, span.start));
		at = Math.max(at, span.end);
	}
	return kept + text.slice(at);
}

const nameIn = (open: string): string => /^<([^\s/>]+)/.exec(open)?.[1] ?? '';

function closers(text: string, root: Tag, format: XmlFormat): string {
	const rootName = nameIn(text.slice(root.start, root.end));
	const channel = format === 'rss' && localName(root.name) === 'rss' && !/<\/channel\s*>/i.test(text);
	return `${channel ? '</channel>' : ''}</${rootName}>`;
}

function framing(
	format: XmlFormat,
	bare: boolean,
	name: string,
	open: string,
	frame: string,
): Pick<SplitFeed, 'frame' | 'wrap'> {
	const outer = bare ? '<rss version="2.0">' : open;
	const end = bare ? '</rss>' : `</${name}>`;
	const [before, after] = format === 'rss' ? ['<channel>', '</channel>'] : ['', ''];
	return {
		frame: bare ? `${outer}${frame}${end}` : frame,
		wrap: (entries) => `${outer}${before}${entries.join('')}${after}${end}`,
	};
}
