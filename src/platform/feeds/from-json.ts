// JSON Feed 1.0 and 1.1 (jsonfeed.org), as written. What is not of the expected kind counts as absent.
import { joinUrl } from './join.ts';
import type { Json } from './lenient-json.ts';
import { type File, inherit, type Person, type Raw, type RawEntry, type RawFeed } from './raw.ts';
import type { Text } from './text-of.ts';
import { withoutControls } from './text.ts';
import { withAbsoluteUrls } from './urls.ts';

type Fields = Record<string, Json>;
const fieldsOf = (value: Json | undefined): Fields | null =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
const textOf = (value: Json | undefined): string | null => {
	const text =
		typeof value === 'number' ? String(value) : typeof value === 'string' ? withoutControls(value).trim() : '';
	return text === '' ? null : text;
};
const plain = (value: Json | undefined): Text | undefined => {
	const text = textOf(value);
	return text === null ? undefined : { value: text, html: false };
};

/** Null when the value is no JSON Feed: neither a version nor items. */
export function readJsonFeed(value: Json | undefined, url: string): Raw | null {
	const feed = Array.isArray(value) ? { items: value } : fieldsOf(value);
	if (!feed) return null;
	const says = /jsonfeed/.test(textOf(feed['version']) ?? '');
	const items = listOf(feed['items']);
	if (!says && !items.some((item) => isItem(fieldsOf(item)))) return null;
	const base = url || (textOf(feed['feed_url']) ?? textOf(feed['home_page_url']) ?? '');
	const channel = channelOf(feed, base);
	const entries = items.map((item) => entryOf(fieldsOf(item), base));
	inherit(entries, channel.authors);
	return { feed: channel, entries, podcast: [] };
}

const isItem = (item: Fields | null): boolean =>
	item !== null && ['id', 'url', 'content_html', 'content_text', 'title'].some((name) => textOf(item[name]) !== null);

const nothing = { published: null, updated: null, created: null, categories: [], allCategories: [] };

function channelOf(feed: Fields, base: string): RawFeed {
	return {
		...nothing,
		title: plain(feed['title']),
		link: addressOf(feed['home_page_url'], base),
		id: textOf(feed['feed_url']),
		description: plain(feed['description']),
		language: textOf(feed['language']),
		copyright: undefined,
		generator: null,
		authors: authorsOf(feed),
		images: picturesOf([feed['icon'], feed['favicon']], base),
		base,
	};
}

function entryOf(item: Fields | null, base: string): RawEntry | 'broken' {
	if (!item) return 'broken';
	const html = textOf(item['content_html']);
	const tags = [...new Set(listOf(item['tags']).flatMap((tag) => textOf(tag) ?? []))];
	const enclosures = listOf(item['attachments']).flatMap((file) => attachmentOf(fieldsOf(file), base) ?? []);
	return {
		...nothing,
		id: textOf(item['id']),
		title: plain(item['title']),
		link: addressOf(item['url'], base) ?? addressOf(item['external_url'], base),
		authors: authorsOf(item),
		published: textOf(item['date_published']),
		updated: textOf(item['date_modified']),
		summary: plain(item['summary']),
		content: html === null ? plain(item['content_text']) : { value: withAbsoluteUrls(html, base), html: true },
		categories: tags,
		allCategories: tags,
		onlyText: undefined,
		comments: null,
		enclosures,
		itunesDuration: null,
		itunesExplicit: null,
		images: [
			...picturesOf([item['image'], item['banner_image']], base),
			...enclosures.filter((file) => file.type?.startsWith('image/')).map((file) => file.url),
		],
		base,
		empty: !isItem(item),
		cut: false,
	};
}

function attachmentOf(file: Fields | null, base: string): File | null {
	const url = addressOf(file?.['url'], base);
	const length = Number(file?.['size_in_bytes'] ?? NaN);
	return url === null
		? null
		: { url, type: textOf(file?.['mime_type']), length: Number.isFinite(length) && length >= 0 ? length : null };
}

/** `authors` of 1.1, else the one `author` of 1.0. */
const authorsOf = (holder: Fields): Person[] =>
	[...listOf(holder['authors']), ...listOf(holder['author'])].flatMap((author) => {
		const name = textOf(typeof author === 'string' ? author : fieldsOf(author)?.['name']);
		const mail = /^mailto:([^?]+)/i.exec(textOf(fieldsOf(author)?.['url']) ?? '')?.[1];
		return name === null && mail === undefined ? [] : [{ name, email: mail ?? null }];
	});

function addressOf(value: Json | undefined, base: string): string | null {
	const written = textOf(value);
	return written === null ? null : joinUrl(base, written);
}

const picturesOf = (values: readonly (Json | undefined)[], base: string): string[] =>
	values.flatMap((value) => addressOf(value, base) ?? []);
