// The feeds a space reads, with how the last run went.
import type { Refusal } from '#platform/refusal.ts';
import type { Db } from '#platform/server/db.ts';
import type { FeedWarning, MissedPicture } from './schema.ts';
import './schema.ts';

export interface FeedSource {
	id: string;
	/** A web address, or `file:` and a name. */
	address: string;
	title: string | null;
	lastRunAt: Date | null;
	lastGoodAt: Date | null;
	/** Why the last run brought nothing. */
	lastError: Refusal | null;
	/** Entries of the last good run that could not be read; `why` is the key of a sentence. */
	lastFailures: readonly { index: number; title: string | null; why: string }[];
	/** Pictures of that run which could not be had; their texts link to them. */
	lastPictures: readonly MissedPicture[];
	/** What else entries of that run came in without. */
	lastWarnings: readonly FeedWarning[];
	/** Since when it is not read by itself. */
	pausedAt: Date | null;
}

const refusalOf = (kept: string): Refusal => (kept.startsWith('{') ? (JSON.parse(kept) as Refusal) : { code: kept });

export async function listSources(db: Db, spaceId: string): Promise<FeedSource[]> {
	const rows = await db
		.selectFrom('feed_source')
		.select([
			'id',
			'address',
			'title',
			'last_run_at as lastRunAt',
			'last_good_at as lastGoodAt',
			'last_error',
			'last_failures as lastFailures',
			'last_pictures as lastPictures',
			'last_warnings as lastWarnings',
			'paused_at as pausedAt',
		])
		.where('space_id', '=', spaceId)
		.where('removed_at', 'is', null)
		.orderBy('last_run_at', (order) => order.desc().nullsLast())
		.execute();
	return rows.map(({ last_error, ...row }) => ({
		...row,
		lastError: last_error === null ? null : refusalOf(last_error),
	}));
}
