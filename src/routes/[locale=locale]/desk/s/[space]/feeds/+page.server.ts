// Feeds that a space reads: add one, bring a file, read again, see what failed.
import { ServerOnly } from '#platform/server-only.ts';
import { addressAct, againAct, deskFeedsOf, fileAct } from '#app/desk-feeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await deskFeedsOf(event)) });

export const actions = { address: addressAct, file: fileAct, again: againAct } satisfies Actions;
