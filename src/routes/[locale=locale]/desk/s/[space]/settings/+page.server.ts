// Settings of a space: names, colour, languages, place, rules for guests, logo.
import { redirect } from '@sveltejs/kit';
import { ServerOnly } from '#platform/server-only.ts';
import { installation } from '#platform/server/installation.ts';
import { changeSpace, findTerritories, territoryPath } from '#foundations/spaces/server/index.ts';
import { brandOf } from '#ui/index.ts';
import { submit } from '#app/acts.ts';
import { readSpaceForm } from '#app/space-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db } = installation();
	const space = locals.space!;
	const place = url.searchParams.get('place') ?? '';
	const colour = url.searchParams.get('colour') ?? '';
	return {
		page: new ServerOnly({
			space,
			saved: url.searchParams.has('saved'),
			territory: space.territoryId ? await territoryPath(db, space.territoryId) : [],
			place,
			found: await findTerritories(db, place, 12),
			colour,
			brand: colour ? brandOf(colour) : null,
		}),
	};
};

export const actions = {
	default: (event) =>
		submit(event, changeSpace, {
			read: (form) => readSpaceForm(event, form, brandOf),
			done: (_result, form) => {
				const colour = form.get('colour');
				const said = typeof colour === 'string' && colour.trim() ? `&colour=${encodeURIComponent(colour.trim())}` : '';
				return redirect(303, `/${event.locals.locale}/desk/s/${event.params.space}/settings?saved${said}`);
			},
		}),
} satisfies Actions;
