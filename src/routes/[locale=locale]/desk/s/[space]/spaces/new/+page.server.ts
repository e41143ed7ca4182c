// A new space below this one; what is not asked is taken over from above and can be changed in its settings.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { spaceKinds } from '#foundations/spaces/index.ts';
import { createSpace } from '#foundations/spaces/server/index.ts';
import { field, submit } from '#app/acts.ts';
import { textsOf } from '#app/space-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	page: new ServerOnly({ space: locals.space!, kinds: spaceKinds.filter((kind) => kind !== 'portal') }),
});

export const actions = {
	default: (event) =>
		submit(event, createSpace, {
			once: true,
			read: (form) => {
				const above = event.locals.space!;
				const {
					hue,
					chroma,
					secondHue,
					zone,
					region,
					territoryId,
					guestsComment,
					guestsSupport,
					guestsPropose,
					holdNewGuests,
					signOffRequired,
					answerDays,
				} = above;
				const taken = {
					hue,
					chroma,
					secondHue,
					zone,
					region,
					territoryId,
					guestsComment,
					guestsSupport,
					guestsPropose,
					holdNewGuests,
					signOffRequired,
					answerDays,
				};
				return {
					...taken,
					logoFile: null,
					kind: field(form, 'kind'),
					address: field(form, 'address'),
					languages: form.getAll('languages'),
					texts: textsOf(form),
				};
			},
			done: (_result, form) =>
				redirect(303, `/${event.locals.locale}/desk/s/${field(form, 'address').trim().toLowerCase()}`),
		}),
} satisfies Actions;
