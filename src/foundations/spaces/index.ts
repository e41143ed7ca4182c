// Door of spaces for pure code: kinds, roles, addresses.
export * from './one-per-role.ts';
export * from './role.ts';
export * from './space.ts';
export {
	levelWord,
	type Place,
	placeContext,
	type PlaceInTree,
	placeLabels,
	placeName,
	placeReference,
} from './place.ts';
