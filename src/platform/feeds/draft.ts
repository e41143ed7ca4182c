// An entry as a format's reader hands it over: everything as written, before dates, addresses and titles are settled.
import type { Enclosure } from './feed.ts';
import { escapeHtml } from './text.ts';

type Text = string | undefined;

export interface Draft {
	id: Text;
	/** May hold markup. */
	title: Text;
	link: Text;
	authors: readonly Text[];
	published: Text;
	updated: Text;
	/** HTML */
	summary: Text;
	/** HTML */
	content: Text;
	categories: readonly Text[];
	/** Candidates, best first. */
	images: readonly Text[];
	enclosures: readonly { url?: Text; type?: Text; length?: number | undefined }[];
	/** xml:base of the entry. */
	base: Text;
	/** xml:base of its content, relative to the entry's. */
	contentBase: Text;
}

export interface Frame {
	title: Text;
	link: Text;
	description: Text;
	language: Text;
	image: Text;
	base: Text;
}

export type Written = Draft['enclosures'][number];
export type { Enclosure };

interface Media {
	url?: Text;
	type?: Text;
	medium?: Text;
	fileSize?: number | undefined;
	thumbnails?: readonly { url?: Text }[] | undefined;
}

interface MediaElements {
	contents?: readonly Media[] | undefined;
	groups?:
		| readonly { contents?: readonly Media[] | undefined; thumbnails?: readonly { url?: Text }[] | undefined }[]
		| undefined;
	thumbnails?: readonly { url?: Text }[] | undefined;
}

const isImage = (file: Media): boolean =>
	file.medium === 'image' ||
	file.type?.startsWith('image/') === true ||
	/\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)/i.test(file.url ?? '');

/** Pictures and files of Media RSS: full pictures first, then thumbnails. */
export function readMedia(media: MediaElements | undefined): { images: Text[]; files: Written[] } {
	const groups = media?.groups ?? [];
	const contents = [...(media?.contents ?? []), ...groups.flatMap((group) => group.contents ?? [])];
	const thumbnails = [media, ...groups, ...contents].flatMap((holder) => holder?.thumbnails ?? []);
	return {
		images: [...contents.filter(isImage), ...thumbnails].map((file) => file.url),
		files: contents
			.filter((file) => !isImage(file) && /^(?:audio|video)/.test(file.medium ?? file.type ?? ''))
			.map((file) => ({ url: file.url, type: file.type, length: file.fileSize })),
	};
}

/** An Atom text construct as HTML (RFC 4287, 3.1). */
export const textAsHtml = (text: { value?: Text; type?: Text } | undefined): Text =>
	text?.value === undefined || /^(?:html|xhtml)$|html\+xml|text\/html/.test(text.type ?? '')
		? text?.value
		: escapeHtml(text.value);
