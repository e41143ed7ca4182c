import { store } from '#foundations/accounts/server/index.ts';
import { works } from '#modules/publishing/server/index.ts';
import { modules } from '#app/modules.ts';
import type { PageServerLoad } from './$types';
export const load: PageServerLoad = () => [store, works, modules];
