// Lets go of what has served: kept answers after a week, expired sessions and links, counted limits, pictures nobody shows.
import { z } from 'zod';
import { preparePartitions } from '#platform/server/activity/index.ts';
import { forgetAnswers } from '#platform/server/commands/index.ts';
import { defineJob } from '#platform/server/jobs/index.ts';
import { forgetLimits } from '#platform/server/rate-limit.ts';
import { type FilesInUse, forgetUnused, sweepContent } from '#platform/server/storage/index.ts';
import { forgetExpired } from '#foundations/accounts/server/index.ts';

const day = 86_400_000;
const week = 7 * day;

export const tidyWith = (inUse: FilesInUse) =>
	defineJob({
		name: 'tidy',
		data: z.object({}),
		every: '17 3 * * *',
		async run(db, _data, now) {
			await preparePartitions(db, now);
			await forgetAnswers(db, new Date(now.getTime() - week));
			await forgetExpired(db, now);
			await forgetLimits(db, now);
			await sweepContent(db, new Date(now.getTime() - day));
			// A picture put into a text that is not saved yet has a week.
			await forgetUnused(db, inUse, new Date(now.getTime() - week));
		},
	});
