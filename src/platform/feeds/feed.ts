// The neutral shape every feed is read into, whatever format it was written in.

/** A file attached to an entry. `length` in bytes, null when the source does not say. */
export interface Enclosure {
	url: string;
	type: string | null;
	length: number | null;
}

/**
 * One entry. `title` is plain text; `summary` and `content` are HTML exactly as published, NOT cleaned: pass them
 * through `cleanHtml` before showing them. Addresses are absolute where a base was known. Instants are ISO 8601 in UTC.
 */
export interface Entry {
	id: string;
	title: string;
	link: string;
	author: string | null;
	published: string | null;
	updated: string | null;
	summary: string | null;
	content: string | null;
	categories: string[];
	image: string | null;
	enclosures: Enclosure[];
}

/** Why an entry was left out: `index` counts from 0 in the file's order, `why` is a refusal code (`feed_item.…`). */
export interface Failure {
	failed: { index: number; title?: string; why: FailureCode };
}

export type FailureCode = 'feed_item.no_title' | 'feed_item.no_link' | 'feed_item.broken' | 'feed_item.cut';

/** A date of an entry that could not be read; the entry is there without it. */
export interface DateUnread {
	/** Of the entry. */
	id: string;
	/** As it was written, its beginning. */
	written: string;
}

/** What was wrong but could be read all the same, each once. */
export type Oddity =
	| 'encoding.declared_wrong'
	| 'encoding.guessed'
	| 'encoding.replaced'
	| 'xml.control_characters'
	| 'xml.entities_declared'
	| 'xml.not_closed'
	| 'json.damaged'
	| 'title.made'
	| 'title.markup'
	| 'id.made'
	| 'id.repeated'
	| 'date.no_zone'
	| 'date.zone_unknown'
	| 'date.weekday_wrong'
	| 'date.ambiguous'
	| 'date.unreadable';

export interface Feed {
	title: string | null;
	link: string | null;
	description: string | null;
	language: string | null;
	image: string | null;
	entries: Entry[];
	failures: Failure[];
	datesUnread: DateUnread[];
	oddities: Oddity[];
}

/** What the transport said about the file: its `content-type` header and the address it came from. */
export interface Hints {
	contentType?: string;
	url?: string;
}
