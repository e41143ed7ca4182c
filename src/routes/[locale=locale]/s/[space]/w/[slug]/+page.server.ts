// A work and the thread under it.
import { ServerOnly } from '#platform/server-only.ts';
import { threadActions, threadFor } from '#app/thread.ts';
import { threadPlace, workPageOf } from '#app/work-page.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = await workPageOf(event, event.params.slug);
	const thread = page.work.state === 'published' ? await threadFor(event, { subjectId: page.work.workId }) : null;
	return { page: new ServerOnly({ ...page, thread }), languages: page.languages };
};

export const actions = threadActions((event: RequestEvent) => threadPlace(event, event.params.slug)) satisfies Actions;
