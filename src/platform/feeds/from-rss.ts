// RSS 0.9x, 2.0 and RDF (1.0), as the parser returns them, to drafts.
import type { parseRdfFeed, parseRssFeed } from 'feedsmith';
import type { Draft, Frame } from './draft.ts';
import { readMedia } from './draft.ts';

type RssFeed = ReturnType<typeof parseRssFeed<string>>;
type RssItem = NonNullable<RssFeed['items']>[number];
type RdfFeed = ReturnType<typeof parseRdfFeed<string>>;
type RdfItem = NonNullable<RdfFeed['items']>[number];

export const frameOfRss = (feed: RssFeed): Frame => ({
	title: feed.title ?? feed.dc?.titles?.[0],
	link: feed.link ?? feed.atom?.links?.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href,
	description: feed.description ?? feed.itunes?.summary,
	language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
	image: feed.image?.url ?? feed.itunes?.image ?? feed.media?.thumbnails?.[0]?.url,
	base: feed.xml?.base,
});

export function draftOfRss(item: RssItem): Draft {
	const media = readMedia(item.media);
	const enclosures = item.enclosures ?? [];
	const permanent =
		item.guid?.isPermaLink !== false && /^https?:\/\//i.test(item.guid?.value ?? '') ? item.guid?.value : undefined;
	return {
		id: item.guid?.value ?? item.atom?.id,
		title: item.title ?? item.dc?.titles?.[0] ?? item.itunes?.title,
		link: item.link ?? item.atom?.links?.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href ?? permanent,
		authors: item.dc?.creators ??
			item.authors?.map((author) => author.name) ?? [item.itunes?.author ?? item.atom?.authors?.[0]?.name],
		published:
			item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.atom?.published ?? item.atom?.updated,
		updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
		summary: item.description ?? item.itunes?.summary,
		content: item.content?.encoded,
		categories: [...(item.categories ?? []).map((category) => category.name), ...(item.dc?.subjects ?? [])],
		images: [
			...media.images,
			...enclosures.filter((file) => file.type?.startsWith('image/')).map((file) => file.url),
			item.itunes?.image,
		],
		enclosures: [...enclosures, ...media.files],
		base: item.xml?.base,
		contentBase: undefined,
	};
}

export const frameOfRdf = (feed: RdfFeed): Frame => ({
	title: feed.title,
	link: feed.link,
	description: feed.description,
	language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
	image: feed.image?.url,
	base: feed.xml?.base,
});

export function draftOfRdf(item: RdfItem): Draft {
	const media = readMedia(item.media);
	return {
		id: item.rdf?.about ?? item.dc?.identifiers?.[0],
		title: item.title ?? item.dc?.titles?.[0],
		link: item.link ?? item.rdf?.about,
		authors: item.dc?.creators ?? [],
		published: item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0],
		updated: item.dcterms?.modified?.[0],
		summary: item.description ?? item.dc?.descriptions?.[0],
		content: item.content?.encoded,
		categories: item.dc?.subjects ?? [],
		images: media.images,
		enclosures: media.files,
		base: item.xml?.base,
		contentBase: undefined,
	};
}
