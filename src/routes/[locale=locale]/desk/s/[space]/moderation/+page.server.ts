// The moderation queue: open cases, oldest first.
import { ServerOnly } from '#platform/server-only.ts';
import { queueFor } from '#app/moderation-desk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await queueFor(event)) });
