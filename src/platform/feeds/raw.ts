// What any format is read into first: everything as written, before dates and addresses are settled for whoever asked.
import type { Text } from './text-of.ts';

export interface Person {
	name: string | null;
	email: string | null;
}

export interface File {
	url: string;
	type: string | null;
	/** Bytes, null when the source does not say. */
	length: number | null;
}

/** Each address once, as first named. */
export const eachOnce = (files: readonly File[]): File[] => {
	const byUrl = new Map<string, File>();
	for (const file of files) if (!byUrl.has(file.url)) byUrl.set(file.url, file);
	return [...byUrl.values()];
};

interface Common {
	title: Text | undefined;
	link: string | null;
	id: string | null;
	authors: Person[];
	/** As written, the first that has one. */
	published: string | null;
	updated: string | null;
	created: string | null;
	categories: string[];
	/** With categories and keywords of podcast directories, in the order of the file. */
	allCategories: string[];
	/** Candidates, best first. */
	images: string[];
	/** The base of relative addresses; '' when none is known. */
	base: string;
}

export interface RawEntry extends Common {
	summary: Text | undefined;
	content: Text | undefined;
	/** What stands for a summary where the format lets one text be both. */
	onlyText: Text | undefined;
	comments: string | null;
	enclosures: File[];
	itunesDuration: string | null;
	itunesExplicit: boolean | null;
	/** The entry had no element at all. */
	empty: boolean;
	/** The file ends inside it. */
	cut: boolean;
}

export interface RawFeed extends Common {
	description: Text | undefined;
	language: string | null;
	copyright: Text | undefined;
	generator: string | null;
}

/** An element of the podcast namespace, whole. */
export interface PodcastElement {
	/** `podcast:person` */
	name: string;
	attributes: Record<string, string>;
	text: string;
	children: PodcastElement[];
}
export interface PlacedPodcastElement extends PodcastElement {
	/** Where it stands; `entry` is the index of the entry, null for the channel. */
	place: 'channel' | 'item';
	entry: number | null;
}

/** Entries without authors have those of their feed (RFC 4287, 4.2.1; JSON Feed 1.1, `authors`). */
export function inherit(entries: Raw['entries'], authors: readonly Person[]): void {
	for (const entry of entries)
		if (entry !== 'broken' && !entry.authors.some(({ name, email }) => name ?? email)) entry.authors = [...authors];
}

export interface Raw {
	feed: RawFeed;
	/** 'broken' where an entry could not be read at all. */
	entries: (RawEntry | 'broken')[];
	podcast: PlacedPodcastElement[];
}
