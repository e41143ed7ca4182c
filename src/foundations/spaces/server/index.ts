// Door of spaces: where something happens, in which role, in which place.
import { anyCommand, type Room } from '#platform/server/room.ts';
import { withdrawInvitation } from './invitations.ts';
import { acceptInvitation, invite, takeRole } from './members.ts';
import { changeSpace, createSpace, logosInUse } from './save-space.ts';
import { setUp } from './set-up.ts';
import { spacesData } from './personal-data.ts';
import { spaceQueries } from './queries.ts';
import { importTerritories } from './territories.ts';

export { installationSetUp, roleGiven, spaceCreated, territoriesImported } from '../facts.ts';
export { countTerritories, findTerritories, territoryPath } from './find-territories.ts';
export { listInvitations, withdrawInvitation } from './invitations.ts';
export { listHolders } from './list-holders.ts';
export {
	acceptInvitation,
	actorIn,
	addRole,
	invitationOf,
	invite,
	listMembers,
	mayGiveRole,
	personsWith,
	rolesOf,
	takeRole,
} from './members.ts';
export {
	forgetSpaceTree,
	readSpace,
	readSpaceTree,
	spaceTree,
	withAncestors,
	withDescendants,
	type SpaceTree,
} from './read-spaces.ts';
export { changeSpace, createSpace, insertSpace, spaceFields } from './save-space.ts';
export { isEmpty, loadingMark, setUp, withoutSetUp } from './set-up.ts';
export { placeShape, placeView } from './place-view.ts';
export {
	type FoundPlace,
	findPlace,
	placeAt,
	placesBelow,
	placeRefusals,
	placesOf,
	takePlace,
	territoriesWithin,
} from './places.ts';
export { importTerritories, listTerritories, readTerritories, saveTerritories } from './territories.ts';

export const spaces: Room = {
	name: 'spaces',
	commands: [
		anyCommand(invite),
		anyCommand(acceptInvitation),
		anyCommand(withdrawInvitation),
		anyCommand(takeRole),
		anyCommand(createSpace),
		anyCommand(changeSpace),
		anyCommand(setUp),
		anyCommand(importTerritories),
	],
	queries: spaceQueries,
	personal: spacesData,
	files: logosInUse,
};
