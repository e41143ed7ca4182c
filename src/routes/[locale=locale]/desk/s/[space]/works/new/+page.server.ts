// A new article: its first language, from the first word.
import { ServerOnly } from '#platform/server-only.ts';
import { placeFieldOf } from '#app/place-field.ts';
import { draftAct } from '#app/work-acts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const space = locals.space!;
	const language = space.languages.includes(locals.locale) ? locals.locale : space.languages[0]!;
	return {
		page: new ServerOnly({
			space,
			language,
			reader: locals.person?.personId ?? '',
			place: await placeFieldOf(space, locals.locale),
		}),
	};
};

export const actions = { default: draftAct } satisfies Actions;
