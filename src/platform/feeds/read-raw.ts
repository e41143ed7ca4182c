// Text to feed: which format it is, and what it says, as written.
import { readChannel, pageOf } from './channel.ts';
import { readEntry } from './entry.ts';
import type { Oddity } from './feed.ts';
import { readJsonFeed } from './from-json.ts';
import { readJson } from './lenient-json.ts';
import { podcastIn } from './podcast.ts';
import { inherit, type Raw } from './raw.ts';
import { build } from './xml/build.ts';
import type { Element } from './xml/tree.ts';

export interface Surroundings {
	/** The address of the document, or ''. */
	url: string;
	/** Relative addresses count from the feed's page before the document's own address. */
	pageFirst: boolean;
	/** As the transport says. */
	language: string | null;
}

export interface ReadRaw {
	/** Null: no feed, not even one entry. */
	raw: Raw | null;
	oddities: Oddity[];
	/** Something lay deeper than any feed has. */
	deep: boolean;
}

export function readRaw(text: string, around: Surroundings): ReadRaw {
	const start = /[{[<]/.exec(text);
	if (start?.[0] === '{' || (start?.[0] === '[' && /^\s*\[/.test(text))) {
		const { value, damaged, deep } = readJson(text.slice(start.index));
		const raw = readJsonFeed(value, around.url);
		if (raw) return { raw, oddities: damaged ? ['json.damaged'] : [], deep };
		// A letter or a script before the feed may hold braces.
		if (!/<(?:\w+:)?(?:rss|rdf|feed|channel|item|entry)[\s>]/i.test(text)) return { raw, oddities: [], deep };
	}
	const read = readXml(text, around);
	const late = read.raw ? -1 : text.search(/\{\s*"(?:version|items)"/);
	const raw = late < 0 ? null : readJsonFeed(readJson(text.slice(late)).value, around.url);
	return raw ? { ...read, raw, oddities: ['json.damaged'] } : read;
}

const noRoot: Element = {
	name: 'rss',
	written: '',
	attributes: [],
	kids: [],
	parent: null,
	names: new Map(),
	closed: false,
};

function readXml(text: string, { url, pageFirst, language }: Surroundings): ReadRaw {
	const entries: Raw['entries'] = [];
	const podcast: Raw['podcast'] = [];
	let page = '';
	const baseFor = (root: Element): string => {
		if (url !== '' && !pageFirst) return url;
		page ||= pageOf(root);
		return page || url;
	};
	const built = build(text, (element, cut) => {
		podcast.push(...podcastIn(element, 'item', entries.length));
		entries.push(readEntry(element, baseFor(rootOf(element)), cut));
	});
	const oddities: Oddity[] = [];
	if (built.declaresEntities) oddities.push('xml.entities_declared');
	if (built.unclosed) oddities.push('xml.not_closed');
	if (!built.root && entries.length === 0) return { raw: null, oddities, deep: built.deep };
	const root = built.root ?? noRoot;
	const channels = root.kids.filter((kid) => typeof kid !== 'string').filter((kid) => kid.name === 'channel');
	podcast.unshift(...[root, ...channels].flatMap((holder) => podcastIn(holder, 'channel', null)));
	const feed = readChannel(root, baseFor(root), language);
	if (root.name === 'feed') inherit(entries, feed.authors);
	return { raw: { feed, entries, podcast }, oddities, deep: built.deep };
}

function rootOf(element: Element): Element {
	let at = element;
	while (at.parent) at = at.parent;
	return at;
}
