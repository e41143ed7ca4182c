// What happens to works, for followers and neighbours.
import { z } from 'zod';
import { defineFact } from '#platform/fact.ts';

const version = { workId: z.string(), locale: z.string() };
/** Role the author of the act held, for figures by role. */
const role = z.string().nullable();

export const workDrafted = defineFact('publishing.work.drafted', 1, 'staff', z.object({ ...version, role }));
export const versionSaved = defineFact('publishing.version.saved', 1, 'staff', z.object({ ...version, v: z.number() }));
export const versionProposed = defineFact('publishing.version.proposed', 1, 'staff', z.object({ ...version, role }));
/** Its author asked for it back before an editor read it. */
export const versionTakenBack = defineFact('publishing.version.taken_back', 1, 'staff', z.object(version));
/** A text that was never public is gone, with its reviews. */
export const versionDiscarded = defineFact('publishing.version.discarded', 1, 'staff', z.object(version));
export const versionReturned = defineFact(
	'publishing.version.returned',
	1,
	'staff',
	z.object({ ...version, authorId: z.string().nullable() }),
);
export const versionAccepted = defineFact(
	'publishing.version.accepted',
	1,
	'staff',
	z.object({ ...version, authorId: z.string().nullable() }),
);
export const versionScheduled = defineFact(
	'publishing.version.scheduled',
	1,
	'staff',
	z.object({ ...version, wall: z.string(), zone: z.string() }),
);
export const versionPublished = defineFact(
	'publishing.version.published',
	1,
	'public',
	z.object({ ...version, authorId: z.string().nullable(), first: z.boolean() }),
);
export const versionWithdrawn = defineFact(
	'publishing.version.withdrawn',
	1,
	'public',
	z.object({ ...version, authorId: z.string().nullable() }),
);
/** `hash`: of the exact text, SHA-256. */
const signOff = z.object({ ...version, hash: z.string() });
export const signOffGiven = defineFact('publishing.sign_off.given', 1, 'staff', signOff);
export const signOffRefused = defineFact('publishing.sign_off.refused', 1, 'staff', signOff);
export const feedPaused = defineFact('publishing.feed.paused', 1, 'staff', z.object({}));
export const feedResumed = defineFact('publishing.feed.resumed', 1, 'staff', z.object({}));
export const feedRemoved = defineFact('publishing.feed.removed', 1, 'staff', z.object({}));
export const feedImported = defineFact(
	'publishing.feed.imported',
	1,
	'staff',
	z.object({ added: z.number(), skipped: z.number(), failed: z.number() }),
);
