// One article at the desk: its languages, its text, what may be done with it.
import { ServerOnly } from '#platform/server-only.ts';
import { deskWorkOf } from '#app/desk-work.ts';
import { signOffAct } from '#app/sign-off-acts.ts';
import { languageAct, moveAct, saveAct } from '#app/work-acts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await deskWorkOf(event)) });

export const actions = {
	save: (event) => saveAct(event, event.params.work),
	add: (event) => languageAct(event, event.params.work),
	move: (event) => moveAct(event, event.params.work),
	sign_off: signOffAct('sign_off'),
	refuse_sign_off: signOffAct('refuse_sign_off'),
} satisfies Actions;
