// Tables of works, versions, reviews and feed sources.
import type { JSONColumnType } from 'kysely';
import type { State } from '../work.ts';

export interface Credit {
	name: string;
	url: string | null;
}

interface WorkTable {
	id: string;
	space_id: string;
	short: string;
	kind: string;
	author_id: string | null;
	credit: JSONColumnType<Credit> | null;
	image_file: string | null;
	image_alt: string | null;
	territory_id: string | null;
	source_id: string | null;
	source_key: string | null;
	created_at: Date;
}

interface VersionTable {
	id: string;
	work_id: string;
	space_id: string;
	locale: string;
	state: State;
	title: string;
	summary: string;
	body: string;
	slug: string;
	scheduled_wall: string | null;
	published_at: Date | null;
	updated_at: Date;
	state_since: Date;
	v: number;
}

interface ReviewTable {
	id: string;
	version_id: string;
	by_person: string | null;
	outcome: 'returned' | 'accepted';
	reason: string | null;
	at: Date;
}

interface SignOffTable {
	id: string;
	version_id: string;
	by_person: string | null;
	outcome: 'signed' | 'refused';
	hash: string;
	reason: string | null;
	at: Date;
}

/** What an entry came in without; `why` is the key of a sentence. */
export interface FeedWarning {
	title: string;
	why: string;
	params: Record<string, string | number>;
}

export interface MissedPicture {
	address: string;
	/** Of the first entry that shows it. */
	title?: string;
	/** The key of a sentence. */
	why: string;
	params?: Record<string, string | number>;
}

interface FeedSourceTable {
	id: string;
	space_id: string;
	address: string;
	title: string | null;
	etag: string | null;
	last_modified: string | null;
	last_run_at: Date | null;
	last_good_at: Date | null;
	last_error: string | null;
	last_failures: JSONColumnType<{ index: number; title: string | null; why: string }[]>;
	/** Pictures that the last good run could not bring. */
	last_pictures: JSONColumnType<MissedPicture[], string | undefined>;
	/** What else entries of that run came in without. */
	last_warnings: JSONColumnType<FeedWarning[], string | undefined>;
	/** Not read by itself since then. */
	paused_at: Date | null;
	/** No source any more; kept, so that the same entries never come twice. */
	removed_at: Date | null;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		work: WorkTable;
		work_version: VersionTable;
		review: ReviewTable;
		sign_off: SignOffTable;
		feed_source: FeedSourceTable;
	}
}
