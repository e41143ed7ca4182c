// JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1) to drafts.
import type { parseJsonFeed } from 'feedsmith';
import type { Draft, Frame } from './draft.ts';
import { escapeHtml } from './text.ts';

type JsonFeed = ReturnType<typeof parseJsonFeed<string>>;
type JsonItem = NonNullable<JsonFeed['items']>[number];

const asHtml = (text: string | undefined): string | undefined => (text === undefined ? undefined : escapeHtml(text));

export const frameOfJson = (feed: JsonFeed): Frame => ({
	title: asHtml(feed.title),
	link: feed.home_page_url,
	description: asHtml(feed.description),
	language: feed.language,
	image: feed.icon ?? feed.favicon,
	base: undefined,
});

export const draftOfJson = (item: JsonItem): Draft => ({
	id: item.id,
	title: asHtml(item.title),
	link: item.url ?? item.external_url,
	authors: (item.authors ?? []).map((author) => author.name),
	published: item.date_published ?? item.date_modified,
	updated: item.date_modified,
	summary: asHtml(item.summary),
	content: item.content_html ?? asHtml(item.content_text)?.replace(/\r?\n/g, '<br>'),
	categories: item.tags ?? [],
	images: [
		item.image,
		item.banner_image,
		...(item.attachments ?? []).filter((file) => file.mime_type?.startsWith('image/')).map((file) => file.url),
	],
	enclosures: (item.attachments ?? []).map((file) => ({
		url: file.url,
		type: file.mime_type,
		length: file.size_in_bytes,
	})),
	base: undefined,
	contentBase: undefined,
});
