// What the public said under the works of a space and nobody has answered.
import { ServerOnly } from '#platform/server-only.ts';
import { asideAct, conversationDeskOf, replyAct } from '#app/conversation-desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await conversationDeskOf(event)) });

export const actions = { reply: replyAct, aside: asideAct } satisfies Actions;
