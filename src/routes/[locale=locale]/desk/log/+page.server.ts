// The activity log, for the installation's administrators.
import { ServerOnly } from '#platform/server-only.ts';
import { factTypes, readLog, readLogFilters } from '#app/log.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = readLogFilters(url.searchParams);
	return {
		page: new ServerOnly({
			asked,
			factTypes,
			...(await readLog(asked, { ...locals, zone: locals.space!.zone })),
		}),
	};
};
