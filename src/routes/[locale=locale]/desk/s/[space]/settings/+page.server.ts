// Settings of a space: names, colours, languages, place, rules for guests, logo.
import { redirect } from '@sveltejs/kit';
import { refuseAll } from '#platform/refusal.ts';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { changeSpace, findTerritories, forgetSpaceTree, territoryPath } from '#foundations/spaces/server/index.ts';
import { brandOf } from '#ui/index.ts';
import { attempt, field, keepAside, submit, valuesOf } from '#app/acts.ts';
import { coloursIn, logoIn, readSpaceForm } from '#app/space-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db } = installation();
	const space = locals.space!;
	const place = url.searchParams.get('place') ?? '';
	const said = colourFields.flatMap((name) => {
		const colour = url.searchParams.get(name) ?? '';
		const brand = brandOf(colour);
		return brand ? [{ colour, brand }] : [];
	});
	return {
		page: new ServerOnly({
			space,
			saved: url.searchParams.has('saved'),
			territory: space.territoryId ? await territoryPath(db, space.territoryId) : [],
			place,
			found: await findTerritories(db, place, 12),
			said,
		}),
	};
};

const colourFields = ['colour', 'secondColour'] as const;

/** Typed colours travel to the page that says what became of them. */
const saidOf = (form: FormData): string =>
	colourFields
		.map((name) => field(form, name).trim() && `&${name}=${encodeURIComponent(field(form, name).trim())}`)
		.join('');

export const actions = {
	default: async (event) => {
		// The same form, shown again in its colours and not saved.
		const asked = await attempt({ ...event, request: event.request.clone() }, 'default', async (form) => {
			if (!form.has('preview')) return null;
			const { unread, aside } = keepAside();
			await aside(() => logoIn(event, form), '');
			await aside(() => coloursIn(form, brandOf), null);
			refuseAll(unread);
			return { form: 'default', refusals: [], values: valuesOf(form) };
		});
		if (asked) return asked;
		return submit(event, changeSpace, {
			read: (form, aside) => readSpaceForm(event, form, brandOf, aside),
			done: (_result, form) => {
				forgetSpaceTree();
				redirect(303, `/${event.locals.locale}/desk/s/${event.params.space}/settings?saved${saidOf(form)}`);
			},
		});
	},
} satisfies Actions;
