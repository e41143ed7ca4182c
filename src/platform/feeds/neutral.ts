// The neutral form of a feed: every field named, every date an instant, null where the source says nothing.
import { readDate } from './dates.ts';
import type { Enclosure } from './feed.ts';
import type { Person, PlacedPodcastElement, Raw, RawEntry, RawFeed } from './raw.ts';

export interface NeutralFeed {
	title: string | null;
	link: string | null;
	id: string | null;
	description: string | null;
	language: string | null;
	copyright: string | null;
	generator: string | null;
	author: string | null;
	authorEmail: string | null;
	updated: string | null;
	published: string | null;
	created: string | null;
	image: string | null;
	categories: string[];
}

/** Texts are as published, NOT cleaned; `itunesDuration` is as written, dates are ISO 8601 in UTC. */
export interface NeutralEntry {
	id: string | null;
	title: string | null;
	link: string | null;
	author: string | null;
	authorEmail: string | null;
	published: string | null;
	updated: string | null;
	created: string | null;
	summary: string | null;
	content: string | null;
	categories: string[];
	comments: string | null;
	enclosures: Enclosure[];
	itunesDuration: string | null;
	itunesExplicit: boolean | null;
	image: string | null;
}

export interface Neutral {
	feed: NeutralFeed;
	entries: NeutralEntry[];
	podcast: PlacedPodcastElement[];
}

const instant = (written: string | null): string | null => (written === null ? null : readDate(written).iso);

/** The first who has a name, with their own mail address, or one that is given without a name or beside the same one. */
function whoWrote(people: readonly Person[]): { author: string | null; authorEmail: string | null } {
	const named = people.find((person) => person.name !== null);
	const name = named?.name ?? null;
	const addressed = people.find(({ name: other, email }) => email !== null && (other === null || other === name));
	const email = named?.email ?? addressed?.email ?? null;
	return { author: name ?? email, authorEmail: email };
}

/** What was never changed since it was published was last changed then. */
function datesOf(raw: RawFeed | RawEntry): Pick<NeutralEntry, 'published' | 'updated' | 'created'> {
	const published = instant(raw.published);
	return { published, updated: instant(raw.updated) ?? published, created: instant(raw.created) };
}

function neutralFeed(raw: RawFeed): NeutralFeed {
	return {
		title: raw.title?.value ?? null,
		link: raw.link,
		id: raw.id,
		description: raw.description?.value ?? null,
		language: raw.language,
		copyright: raw.copyright?.value ?? null,
		generator: raw.generator,
		...whoWrote(raw.authors),
		...datesOf(raw),
		image: raw.images[0] ?? null,
		categories: raw.allCategories,
	};
}

function neutralEntry(raw: RawEntry): NeutralEntry {
	return {
		id: raw.id,
		title: raw.title?.value ?? null,
		link: raw.link,
		...whoWrote(raw.authors),
		...datesOf(raw),
		summary: (raw.summary ?? raw.onlyText)?.value ?? null,
		content: raw.content?.value ?? null,
		categories: raw.allCategories,
		comments: raw.comments,
		enclosures: raw.enclosures,
		itunesDuration: raw.itunesDuration,
		itunesExplicit: raw.itunesExplicit,
		image: raw.images[0] ?? null,
	};
}

export function neutral({ feed, entries, podcast }: Raw): Neutral {
	/** Where an entry stands once the empty ones are left out. */
	const places: number[] = [];
	const kept: NeutralEntry[] = [];
	for (const entry of entries) {
		places.push(kept.length);
		if (entry !== 'broken' && !entry.empty) kept.push(neutralEntry(entry));
	}
	return {
		feed: neutralFeed(feed),
		entries: kept,
		podcast: podcast.map((one) => ({ ...one, entry: one.entry === null ? null : (places[one.entry] ?? null) })),
	};
}
