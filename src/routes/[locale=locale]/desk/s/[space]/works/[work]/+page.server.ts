// One article at the desk: its languages, its text, what may be done with it.
import { ServerOnly } from '#platform/server-only.ts';
import { deskWorkOf } from '#app/desk-work.ts';
import { languageAct, moveAct, saveAct } from '#app/work-acts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await deskWorkOf(event)) });

export const actions = {
	save: (event) => saveAct(event, event.params.work),
	add: (event) => languageAct(event, event.params.work),
	move: (event) => moveAct(event, event.params.work),
} satisfies Actions;
