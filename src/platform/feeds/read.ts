// Reads a feed of any format into the neutral shape; an entry that cannot be read is set aside with its reason.
import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { refuse } from '#platform/refusal.ts';
import { decodeBytes } from './decode.ts';
import type { Draft, Frame } from './draft.ts';
import type { Feed, Failure, Hints, Oddity } from './feed.ts';
import { draftOfAtom, frameOfAtom } from './from-atom.ts';
import { draftOfJson, frameOfJson } from './from-json.ts';
import { draftOfRdf, draftOfRss, frameOfRdf, frameOfRss } from './from-rss.ts';
import { settle } from './settle.ts';
import type { SplitFeed, XmlFormat } from './split.ts';
import { splitFeed } from './split.ts';
import { plainText, withoutControls } from './text.ts';
import { resolveUrl } from './urls.ts';

const megabytes = 20;
const maxBytes = megabytes * 1024 * 1024;
const maxJsonDepth = 200;
/** Parser calls spent on isolating broken entries; past it, the entries still unread are set aside. */
const maxAttempts = 1000;

/** What a format's reader found: a draft, or why there is none, per entry in the file's order. */
interface Found {
	frame: Frame;
	drafts: (Draft | 'feed_item.broken' | 'feed_item.cut')[];
	oddities: Oddity[];
}

/**
 * Read a feed: RSS 0.9x and 2.0, Atom, RDF (RSS 1.0) or JSON Feed.
 * Refuses `feed.unreadable` (no feed), `feed.too_large` (over 20 MB), `feed.too_deep` (over 200 levels).
 */
export function readFeed(bytes: Uint8Array, hints: Hints = {}): Feed {
	if (bytes.length > maxBytes) refuse('feed.too_large', { megabytes });
	const decoded = decodeBytes(bytes, hints.contentType);
	const text = withoutControls(decoded.text).replace(/^[\s\ufeff]+/, '');
	const found = text.startsWith('{') ? readJson(text) : readXml(text);
	const oddities: Oddity[] = [...decoded.oddities, ...found.oddities];
	if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(decoded.text)) oddities.push('xml.control_characters');
	return assemble(found, resolveUrl(hints.url, null), oddities);
}

function assemble(found: Found, url: string | null, oddities: Oddity[]): Feed {
	const { frame } = found;
	const link = resolveUrl(frame.link, url);
	const base = resolveUrl(frame.base, url) ?? link ?? url;
	const feed: Feed = {
		title: plainText(frame.title ?? '') || null,
		link: resolveUrl(frame.link, base),
		description: plainText(frame.description ?? '') || null,
		language: /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.exec(frame.language ?? '')?.[0].replace(/_/g, '-') ?? null,
		image: resolveUrl(frame.image, base),
		entries: [],
		failures: [],
		oddities,
	};
	const ids = new Set<string>();
	for (const [index, draft] of found.drafts.entries()) {
		const settled = typeof draft === 'string' ? { why: draft } : settle(draft, base);
		if ('why' in settled) {
			const failed: Failure['failed'] = { index, ...settled };
			feed.failures.push({ failed });
			continue;
		}
		if (ids.has(settled.entry.id)) oddities.push('id.repeated');
		ids.add(settled.entry.id);
		feed.entries.push(settled.entry);
		oddities.push(...settled.oddities);
	}
	feed.oddities = [...new Set(oddities)];
	return feed;
}

interface Parsed {
	frame: Frame;
	drafts: Draft[];
}

const parsers: Readonly<Record<XmlFormat, (xml: string) => Parsed>> = {
	rss: (xml) => {
		const feed = parseRssFeed(xml);
		return { frame: frameOfRss(feed), drafts: (feed.items ?? []).map(draftOfRss) };
	},
	atom: (xml) => {
		const feed = parseAtomFeed(xml);
		return { frame: frameOfAtom(feed), drafts: (feed.entries ?? []).map(draftOfAtom) };
	},
	rdf: (xml) => {
		const feed = parseRdfFeed(xml);
		return { frame: frameOfRdf(feed), drafts: (feed.items ?? []).map(draftOfRdf) };
	},
};

function attempt<T>(parse: () => T): T | null {
	try {
		return parse();
	} catch {
		return null;
	}
}

const noFrame: Frame = {
	title: undefined,
	link: undefined,
	description: undefined,
	language: undefined,
	image: undefined,
	base: undefined,
};

function readXml(text: string): Found {
	const split = splitFeed(text) ?? refuse('feed.unreadable');
	const parsed = attempt(() => parsers[split.format](split.frame));
	if (!parsed && split.entries.length === 0) refuse('feed.unreadable');
	const oddities: Oddity[] = [];
	if (split.declaresEntities) oddities.push('xml.entities_declared');
	if (split.unclosed) oddities.push('xml.not_closed');
	return { frame: parsed?.frame ?? noFrame, drafts: readEntries(split), oddities };
}

/** All entries at once; where the count comes out wrong, halves of them, down to the one that is broken. */
function readEntries(split: SplitFeed): Found['drafts'] {
	const drafts: Found['drafts'] = split.entries.map((piece) => (piece.cut ? 'feed_item.cut' : 'feed_item.broken'));
	const whole = split.entries.flatMap((piece, index) => (piece.cut ? [] : [index]));
	let attempts = 0;
	const read = (indexes: readonly number[]): void => {
		if (indexes.length === 0 || attempts++ > maxAttempts) return;
		const xml = split.wrap(indexes.map((index) => split.entries[index]?.text ?? ''));
		const parsed = attempt(() => parsers[split.format](xml).drafts);
		if (parsed?.length === indexes.length) {
			for (const [i, index] of indexes.entries()) drafts[index] = parsed[i] ?? 'feed_item.broken';
		} else if (indexes.length > 1) {
			const middle = Math.ceil(indexes.length / 2);
			read(indexes.slice(0, middle));
			read(indexes.slice(middle));
		}
	};
	read(whole);
	return drafts;
}

function readJson(text: string): Found {
	if (depthOfJson(text) > maxJsonDepth) refuse('feed.too_deep');
	const json = attempt(() => JSON.parse(text) as unknown);
	if (typeof json !== 'object' || json === null) return refuse('feed.unreadable');
	const items: unknown = 'items' in json ? json.items : [];
	const parsed = attempt(() => parseJsonFeed({ ...json, items: [] }));
	if (!parsed || !Array.isArray(items)) return refuse('feed.unreadable');
	const version = 'https://jsonfeed.org/version/1.1';
	const drafts = items.map((item: unknown) => {
		const alone = attempt(() => parseJsonFeed({ version, title: 'x', items: [item] }).items?.[0]);
		return alone ? draftOfJson(alone) : 'feed_item.broken';
	});
	return { frame: frameOfJson(parsed), drafts, oddities: [] };
}

function depthOfJson(text: string): number {
	let depth = 0;
	let deepest = 0;
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const char = text[at];
		if (char === '"') quoted = !quoted;
		else if (quoted) at += char === '\\' ? 1 : 0;
		else if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
		else if (char === ']' || char === '}') depth--;
	}
	return deepest;
}
