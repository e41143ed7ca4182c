// The officers' queue of proposals.
import { ServerOnly } from '#platform/server-only.ts';
import { proposalQueueOf } from '#app/participation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await proposalQueueOf(event)) });
