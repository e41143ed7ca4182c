// Atom (RFC 4287, and 0.3 as far as the parser goes) to drafts.
import type { parseAtomFeed } from 'feedsmith';
import type { Draft, Frame } from './draft.ts';
import { readMedia, textAsHtml } from './draft.ts';

type AtomFeed = ReturnType<typeof parseAtomFeed<string>>;
type AtomEntry = NonNullable<AtomFeed['entries']>[number];

const alternate = (links: AtomEntry['links']): string | undefined => {
	const candidates = (links ?? []).filter((link) => (link.rel ?? 'alternate') === 'alternate');
	return (candidates.find((link) => (link.type ?? 'text/html').includes('html')) ?? candidates[0])?.href;
};

export const frameOfAtom = (feed: AtomFeed): Frame => ({
	title: textAsHtml(feed.title),
	link: alternate(feed.links),
	description: textAsHtml(feed.subtitle),
	language: feed.xml?.lang ?? feed.dc?.languages?.[0],
	image: feed.logo ?? feed.icon,
	base: feed.xml?.base,
});

export function draftOfAtom(entry: AtomEntry): Draft {
	const media = readMedia(entry.media);
	const enclosures = (entry.links ?? []).filter((link) => link.rel === 'enclosure');
	// Content that is elsewhere (`src`) or not text (images, other XML) is no content to show.
	const readable = /^(?:text|html|xhtml|text\/.*|.*html\+xml)$/i.test(entry.content?.type ?? 'text');
	return {
		id: entry.id,
		title: textAsHtml(entry.title) ?? entry.media?.title?.value,
		link: alternate(entry.links),
		authors: (entry.authors ?? []).map((author) => author.name),
		published: entry.published ?? entry.dc?.dates?.[0] ?? entry.updated,
		updated: entry.updated,
		summary: textAsHtml(entry.summary),
		content: readable ? textAsHtml(entry.content) : undefined,
		categories: (entry.categories ?? []).map((category) => category.label ?? category.term),
		images: [
			...media.images,
			...enclosures.filter((file) => file.type?.startsWith('image/')).map((file) => file.href),
			entry.itunes?.image,
		],
		enclosures: [
			...enclosures.map((link) => ({ url: link.href, type: link.type, length: link.length })),
			...media.files,
		],
		base: entry.xml?.base,
		contentBase: entry.content?.xml?.base,
	};
}
