// What the page about this installation needs: its version.
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ page: new ServerOnly({ version: installation().version }) });
