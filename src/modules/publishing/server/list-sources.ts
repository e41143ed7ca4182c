// The feeds a space reads, with how the last run went.
import type { Db } from '#platform/server/db.ts';
import './schema.ts';

export const listSources = (db: Db, spaceId: string) =>
	db
		.selectFrom('feed_source')
		.select([
			'id',
			'address',
			'title',
			'last_run_at as lastRunAt',
			'last_good_at as lastGoodAt',
			'last_error as lastError',
			'last_failures as lastFailures',
		])
		.where('space_id', '=', spaceId)
		.orderBy('last_run_at', 'desc')
		.execute();
