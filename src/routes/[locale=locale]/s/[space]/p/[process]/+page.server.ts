// A participation process with its phases and a page of its proposals.
import { ServerOnly } from '#platform/server-only.ts';
import { processPageOf } from '#app/participation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await processPageOf(event)) });
