// Writes RSS 2.0 and JSON Feed 1.1 from neutral data.
import { generateJsonFeed, generateRssFeed } from 'feedsmith';
import { withoutControls } from './text.ts';

export interface ItemToWrite {
	/** Stable for ever; an address or any other string. */
	id: string;
	title: string;
	link: string;
	/** ISO 8601 instants. */
	published: string;
	updated?: string;
	/** BCP 47; the feed's own when absent. */
	language?: string;
	authors?: readonly string[];
	summary?: string;
	/** Cleaned HTML with absolute addresses. */
	html?: string;
	/** Absolute address, media type and size in bytes. */
	image?: { url: string; type: string; length: number };
	categories?: readonly string[];
}

export interface FeedToWrite {
	title: string;
	description: string;
	/** The page the feed belongs to. */
	link: string;
	/** The feed's own address. */
	self: string;
	/** BCP 47 */
	language: string;
	/** Absolute address of the space's picture. */
	image?: string;
	items: readonly ItemToWrite[];
}

/** RSS 2.0 (rssboard.org/rss-specification) with the atom, dc and content modules. UTF-8 text. */
export function writeRss(feed: FeedToWrite): string {
	const xml = generateRssFeed({
		title: clean(feed.title),
		link: feed.link,
		description: clean(feed.description) || clean(feed.title),
		language: feed.language,
		...(feed.image === undefined ? {} : { image: { url: feed.image, title: clean(feed.title), link: feed.link } }),
		atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
		items: feed.items.map((item) => ({
			title: clean(item.title),
			link: item.link,
			guid: { value: item.id, isPermaLink: item.id === item.link },
			pubDate: new Date(item.published),
			...given('description', item.summary),
			...(item.html === undefined ? {} : { content: { encoded: clean(item.html) } }),
			...(item.image === undefined ? {} : { enclosures: [item.image] }),
			categories: (item.categories ?? []).map((name) => ({ name: clean(name) })),
			dc: {
				creators: (item.authors ?? []).map(clean),
				...(item.language === undefined ? {} : { languages: [item.language] }),
			},
		})),
	});
	// Some readers do not trim: no white space between a tag and its CDATA.
	return xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+<\//g, ']]></');
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). UTF-8 text. */
export function writeJsonFeed(feed: FeedToWrite): string {
	const json = generateJsonFeed({
		title: clean(feed.title),
		home_page_url: feed.link,
		feed_url: feed.self,
		...given('description', feed.description),
		language: feed.language,
		...given('icon', feed.image),
		items: feed.items.map((item) => ({
			id: item.id,
			url: item.link,
			title: clean(item.title),
			// The format asks for one of the two contents.
			...(item.html === undefined
				? { content_text: clean(item.summary ?? item.title) }
				: { content_html: clean(item.html) }),
			...given('summary', item.summary),
			...given('image', item.image?.url),
			...given('language', item.language),
			date_published: new Date(item.published),
			...(item.updated === undefined ? {} : { date_modified: modified(item.published, item.updated) }),
			...(item.authors?.length ? { authors: item.authors.map((name) => ({ name: clean(name) })) } : {}),
			...(item.categories?.length ? { tags: item.categories.map(clean) } : {}),
		})),
	});
	// The generator leaves an empty list out, which the format requires.
	return JSON.stringify({ items: [], ...Object(json) }, null, '\t');
}

/** What was written before it came out has not changed since: never before the day of its publication. */
const modified = (published: string, updated: string): Date =>
	new Date(Math.max(new Date(published).getTime(), new Date(updated).getTime()));

const clean = (text: string): string => withoutControls(text);

const given = <K extends string>(key: K, text: string | undefined): Partial<Record<K, string>> =>
	text === undefined || text === '' ? {} : ({ [key]: clean(text) } as Record<K, string>);
