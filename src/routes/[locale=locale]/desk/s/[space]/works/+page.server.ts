// Works of a space at the desk, by what is to be done with them.
import { ServerOnly } from '#platform/server-only.ts';
import { deskWorksOf } from '#app/desk-works.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await deskWorksOf(event)) });
