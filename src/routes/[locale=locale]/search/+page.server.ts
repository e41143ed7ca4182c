// Search over what is public.
import { ServerOnly } from '#platform/server-only.ts';
import { searchFor } from '#app/search-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: new ServerOnly(await searchFor(event)) });
