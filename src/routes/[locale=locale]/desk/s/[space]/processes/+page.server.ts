// The officers' list of processes, drafts included.
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { countProposals, listProcesses } from '#modules/participation/server/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db } = installation();
	const processes = await listProcesses(db, locals.space!.id, true);
	return {
		page: new ServerOnly({
			processes,
			counts: await countProposals(
				db,
				processes.map((process) => process.id),
			),
		}),
	};
};
