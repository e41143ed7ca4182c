// A place as pages draw it: its name in the reader's language, and the page of what stands there.
import type { PlacePage } from '#app/place-page.ts';
import {
	pathOf,
	type Place,
	placeName,
	placeReference,
	type PlaceInTree,
	type Space,
} from '#foundations/spaces/index.ts';

export type { PlacePage };

/** The address of a place's page within a space. */
export const placePath = (
	space: Pick<Space, 'parentId' | 'address'>,
	locale: string,
	place: Pick<Place, 'country' | 'code'>,
): string => `${pathOf(space, locale)}/place/${placeReference(place)}`;

/** Name and address, as NameLink takes them; null for no place. */
export const placeLink = (
	space: Pick<Space, 'parentId' | 'address'>,
	locale: string,
	place: PlaceInTree | null | undefined,
) => (place ? { name: placeName(place, locale), href: placePath(space, locale, place) } : null);
