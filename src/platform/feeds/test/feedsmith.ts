// The best library of the registry as a reader of the same cases: decoded as its users do, its answer in our fields.
// Dates are read by `Date`; addresses stay as it gives them, since it resolves none. Podcast elements are not compared.
import { type AtomFeed, type DcNs, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import type { Case } from './cases.ts';

interface Person {
	name?: string;
	email?: string;
}
interface Fields {
	authors?: readonly (Person | string | undefined)[];
	categories?: readonly (string | undefined)[];
	published?: string | undefined;
	updated?: string | undefined;
	created?: string | undefined;
	[name: string]: unknown;
}

function text(bytes: Uint8Array, { transport }: Case): string {
	const head = String.fromCharCode(...bytes.subarray(0, 200));
	const said = /charset=["']?([\w-]+)/i.exec(Object.values(transport.headers ?? {}).join())?.[1];
	const label = /encoding\s*=\s*["']([\w-]+)/.exec(head)?.[1] ?? said ?? 'utf-8';
	try {
		return new TextDecoder(label).decode(bytes);
	} catch {
		return new TextDecoder().decode(bytes);
	}
}

const instant = (written: string | undefined): string | null => {
	const time = Date.parse(written ?? '');
	return Number.isNaN(time) ? null : new Date(time - (time % 1000)).toISOString();
};

function neutral({ authors = [], categories = [], published, updated, created, ...rest }: Fields): object {
	const first = authors.find((author) => author !== undefined);
	const person = typeof first === 'string' ? { name: first } : first;
	return {
		...rest,
		author: person?.name ?? person?.email,
		authorEmail: person?.email,
		categories: categories.filter((name) => name !== undefined),
		published: instant(published),
		updated: instant(updated ?? published),
		created: instant(created),
	};
}

const alternate = (links: readonly AtomFeed.Link<string>[] | undefined): string | undefined =>
	links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;
const parts = (dc: DcNs.ItemOrFeed<string> | undefined) => ({
	title: dc?.titles?.[0],
	description: dc?.descriptions?.[0],
	creators: dc?.creators ?? [],
	subjects: dc?.subjects ?? [],
	date: dc?.dates?.[0],
	language: dc?.languages?.[0],
	rights: dc?.rights?.[0],
});

function rssItem(item: RssFeed.Item<string>): object {
	const { itunes, media, guid } = item;
	const dc = parts(item.dc);
	const files = [...(media?.contents ?? []), ...(media?.groups?.flatMap((group) => group.contents ?? []) ?? [])];
	const address = guid?.isPermaLink === false || !guid?.value?.startsWith('http') ? undefined : guid.value;
	return neutral({
		title: item.title ?? dc.title ?? media?.title?.value ?? itunes?.title,
		link: item.link ?? alternate(item.atom?.links) ?? address,
		id: guid?.value ?? item.atom?.id,
		summary: item.description ?? dc.description ?? itunes?.summary ?? itunes?.subtitle ?? media?.description?.value,
		content: item.content?.encoded,
		authors: [...(item.authors ?? []), ...dc.creators, itunes?.author],
		categories: [...(item.categories?.map(({ name }) => name) ?? []), ...dc.subjects, ...(itunes?.keywords ?? [])],
		comments: item.comments,
		enclosures: [
			...(item.enclosures ?? []),
			...files.filter(({ url }) => url).map(({ url, type, fileSize }) => ({ url, type, length: fileSize })),
		],
		itunesDuration: itunes?.duration === undefined ? undefined : String(itunes.duration),
		itunesExplicit: itunes?.explicit,
		image: itunes?.image ?? media?.thumbnails?.[0]?.url,
		published: item.pubDate ?? item.dcterms?.issued?.[0] ?? item.atom?.published,
		updated: item.dcterms?.modified?.[0] ?? dc.date ?? item.atom?.updated,
		created: item.dcterms?.created?.[0],
	});
}

function rss(feed: RssFeed.Feed<string>): object {
	const { itunes } = feed;
	const dc = parts(feed.dc);
	const nested = itunes?.categories?.flatMap(({ text, categories }) => [
		text,
		...(categories ?? []).map((c) => c.text),
	]);
	return neutral({
		title: feed.title ?? dc.title ?? itunes?.title,
		link: feed.link ?? alternate(feed.atom?.links),
		id: feed.atom?.id,
		description: feed.description ?? dc.description ?? itunes?.summary ?? itunes?.subtitle,
		language: feed.language ?? dc.language,
		copyright: feed.copyright ?? dc.rights,
		generator: feed.generator ?? feed.admin?.generatorAgent,
		authors: [feed.managingEditor, ...dc.creators, itunes?.author, itunes?.owner],
		image: feed.image?.url ?? itunes?.image ?? feed.atom?.logo ?? feed.atom?.icon,
		categories: [...(feed.categories?.map(({ name }) => name) ?? []), ...dc.subjects, ...(nested ?? [])],
		published: feed.pubDate,
		updated: feed.lastBuildDate ?? dc.date,
	});
}

const about = (holder: { rdf?: { about?: string } }): string | undefined => holder.rdf?.about;

function rdfPart(part: RdfFeed.Item<string> & { image?: { url?: string } }): object {
	const dc = parts(part.dc);
	return neutral({
		title: part.title ?? dc.title,
		link: part.link ?? about(part),
		id: about(part),
		summary: part.description ?? dc.description,
		description: part.description,
		content: part.content?.encoded,
		language: dc.language,
		copyright: dc.rights,
		image: part.image?.url,
		authors: dc.creators,
		categories: dc.subjects,
		published: part.dcterms?.issued?.[0],
		updated: part.dcterms?.modified?.[0] ?? dc.date,
		created: part.dcterms?.created?.[0],
	});
}

function atomPart(part: AtomFeed.Entry<string> & AtomFeed.Feed<string>): object {
	const { media } = part;
	const enclosures = part.links?.filter(({ rel }) => rel === 'enclosure') ?? [];
	return neutral({
		title: part.title?.value ?? media?.title?.value,
		link: alternate(part.links),
		id: part.id,
		description: part.subtitle?.value,
		summary: part.summary?.value ?? media?.groups?.[0]?.description?.value,
		content: part.content?.value,
		language: part.xml?.lang,
		copyright: part.rights?.value,
		generator: part.generator?.text,
		image: part.logo ?? part.icon ?? media?.groups?.[0]?.thumbnails?.[0]?.url,
		authors: part.authors ?? [],
		categories: part.categories?.map(({ term, label }) => term ?? label) ?? [],
		enclosures: enclosures.map(({ href, type, length }) => ({ url: href, type, length })),
		published: part.published,
		updated: part.updated,
	});
}

function jsonPart(part: JsonFeed.Item<string> & JsonFeed.Feed<string>): object {
	const files = part.attachments?.map((file) => ({ url: file.url, type: file.mime_type, length: file.size_in_bytes }));
	return neutral({
		...part,
		link: part.home_page_url ?? part.url ?? part.external_url,
		id: part.feed_url ?? part.id,
		content: part.content_html ?? part.content_text,
		image: part.icon ?? part.favicon ?? part.image ?? part.banner_image,
		authors: part.authors ?? [],
		categories: part.tags ?? [],
		enclosures: files ?? [],
		published: part.date_published,
		updated: part.date_modified,
	});
}

/** A case as feedsmith reads it. */
export function byFeedsmith(bytes: Uint8Array, one: Case): unknown {
	const { format, feed } = parseFeed(text(bytes, one));
	if (format === 'rss') return { feed: rss(feed), entries: (feed.items ?? []).map(rssItem) };
	if (format === 'rdf') return { feed: rdfPart(feed), entries: (feed.items ?? []).map(rdfPart) };
	if (format === 'atom') return { feed: atomPart(feed), entries: (feed.entries ?? []).map(atomPart) };
	return { feed: jsonPart(feed), entries: (feed.items ?? []).map(jsonPart) };
}
