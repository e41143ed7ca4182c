// A place as the API tells it.
import { z } from 'zod';
import type { PlaceInTree } from '../place.ts';

export const placeShape = z.object({
	id: z.string(),
	country: z.string(),
	level: z.string(),
	code: z.string(),
	names: z.record(z.string(), z.string()),
});

/** Null where nothing is placed. */
export const placeView = (place: PlaceInTree | undefined | null): z.infer<typeof placeShape> | null =>
	place
		? { id: place.id, country: place.country, level: place.level, code: place.code, names: { ...place.names } }
		: null;
