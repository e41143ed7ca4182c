// A proposal entered by a facilitator for somebody without network.
import { ServerOnly } from '#platform/server-only.ts';
import { assistedAct, assistedOf } from '#app/assisted.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await assistedOf(event)) });

export const actions = { default: assistedAct } satisfies Actions;
