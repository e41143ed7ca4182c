// The field in which a form asks for a place: what it offers, and the place that was typed.
import type { RequestEvent } from '@sveltejs/kit';
import type { Locale } from '#platform/i18n/index.ts';
import { installation } from '#platform/server/installation.ts';
import { placeContext, placeLabels, placeName, type Space } from '#foundations/spaces/index.ts';
import { findPlace, placesBelow, placesOf } from '#foundations/spaces/server/index.ts';
import { field } from './acts.ts';

/** As many as a list under a field helps with; other places are found by what is typed. */
const mostOffered = 120;

/** What the field of a place holds and offers, in the reader's language. */
export async function placeFieldOf(space: Space, locale: Locale, storedId: string | null = null) {
	const { db } = installation();
	const offered = placeLabels(await placesBelow(db, space.territoryId, mostOffered), locale);
	const stored = (await placesOf(db, [storedId])).get(storedId ?? '');
	return {
		id: storedId ?? '',
		label: offered.find(({ id }) => id === storedId)?.label ?? (stored ? placeLabels([stored], locale)[0]!.label : ''),
		offered: [...new Set(offered.map(({ label }) => label))],
	};
}
export type PlaceFieldData = Awaited<ReturnType<typeof placeFieldOf>>;

/**
 * The id of the place typed in a form, else the words as they are, for the command to refuse. Namesakes are written into
 * the form, so that the page can offer them.
 */
export async function placeIn({ locals }: RequestEvent, form: FormData, space: Space): Promise<string> {
	form.delete('territoryChoices');
	const typed = field(form, 'territory');
	if (typed.length > 200) return typed;
	const { db } = installation();
	const found = await findPlace(db, typed, { near: space.territoryId, chosen: field(form, 'territoryChoice') });
	if (found.kind === 'one') return found.place.id;
	if (found.kind === 'several') {
		const choices = found.places.map((place) => ({
			value: place.id,
			label: `${placeName(place, locals.locale).text} · ${placeContext(place, locals.locale)}`,
		}));
		form.set('territoryChoices', JSON.stringify(choices));
	}
	return typed;
}
