// Publishes what is due. The local time is turned into an instant here and now, so a change of the zone's law counts. A
// version that cannot be published (its text was emptied meanwhile) stays scheduled and does not stop the others.
import { z } from 'zod';
import { system } from '#platform/actor.ts';
import { isRefused } from '#platform/refusal.ts';
import { run } from '#platform/server/commands/index.ts';
import { defineJob } from '#platform/server/jobs/index.ts';
import { instantOf } from '#platform/time.ts';
import { publishVersion } from './move-version.ts';
import './schema.ts';

export const publishScheduled = defineJob({
	name: 'publish-scheduled',
	data: z.object({}),
	every: '* * * * *',
	async run(db, _data, now) {
		const waiting = await db
			.selectFrom('work_version')
			.innerJoin('space', 'space.id', 'work_version.space_id')
			.select(['work_version.id', 'scheduled_wall', 'space.zone', 'space_id'])
			.where('state', '=', 'scheduled')
			.execute();
		for (const version of waiting)
			if (version.scheduled_wall && instantOf(version.scheduled_wall, version.zone) <= now)
				await run(
					db,
					publishVersion,
					{ actor: system, spaceId: version.space_id, now, locale: 'fr', origin: 'system' },
					{ versionId: version.id },
				).catch((error: unknown) => {
					if (!isRefused(error)) throw error;
				});
	},
});
