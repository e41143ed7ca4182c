// Feeds that a space reads: add one, bring a file, read again, pause, resume, remove, see what failed.
import { ServerOnly } from '#platform/server-only.ts';
import { addressAct, againAct, deskFeedsOf, fileAct, keepAct } from '#app/desk-feeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await deskFeedsOf(event)) });

export const actions = {
	address: addressAct,
	file: fileAct,
	again: againAct,
	pause: keepAct('pause'),
	resume: keepAct('resume'),
	remove: keepAct('remove'),
} satisfies Actions;
