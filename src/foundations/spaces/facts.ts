// What happens to spaces and their members, for followers.
import { z } from 'zod';
import { defineFact } from '#platform/fact.ts';

export const spaceCreated = defineFact('spaces.space.created', 1, 'public', z.object({ kind: z.string() }));
export const spaceChanged = defineFact('spaces.space.changed', 1, 'public', z.object({}));
export const memberInvited = defineFact('spaces.member.invited', 1, 'staff', z.object({ role: z.string() }));
export const invitationWithdrawn = defineFact(
	'spaces.invitation.withdrawn',
	1,
	'staff',
	z.object({ role: z.string() }),
);
export const roleGiven = defineFact(
	'spaces.role.given',
	1,
	'staff',
	z.object({ role: z.string(), personId: z.string() }),
);
export const roleTaken = defineFact(
	'spaces.role.taken',
	1,
	'staff',
	z.object({ role: z.string(), personId: z.string() }),
);
export const territoriesImported = defineFact(
	'spaces.territories.imported',
	1,
	'staff',
	z.object({ country: z.string(), rows: z.number() }),
);
export const installationSetUp = defineFact('spaces.installation.set_up', 1, 'staff', z.object({}));
