// Asks before a text that was never public is thrown away, and throws it away.
import { ServerOnly } from '#platform/server-only.ts';
import { deskWorkOf } from '#app/desk-work.ts';
import { discardAct } from '#app/work-acts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await deskWorkOf(event)) });

export const actions = { default: (event) => discardAct(event, event.params.work) } satisfies Actions;
