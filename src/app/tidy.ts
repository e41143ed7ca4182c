// Lets go of what has served: kept answers after a week, expired sessions and links, counted limits.
import { sql } from 'kysely';
import { z } from 'zod';
import { preparePartitions } from '#platform/server/activity/index.ts';
import { defineJob } from '#platform/server/jobs/index.ts';

const week = 7 * 86_400_000;

export const tidy = defineJob({
	name: 'tidy',
	data: z.object({}),
	every: '17 3 * * *',
	async run(db, _data, now) {
		await preparePartitions(db, now);
		await db
			.deleteFrom('act')
			.where('at', '<', new Date(now.getTime() - week))
			.execute();
		await db.deleteFrom('session').where('expires_at', '<', now).execute();
		await db.deleteFrom('verification').where('expires_at', '<', now).execute();
		await sql`delete from rate_limit where expire < ${now.getTime()}`.execute(db);
	},
});
