// What happens in threads, for followers.
import { z } from 'zod';
import { defineFact } from '#platform/fact.ts';

const contribution = { threadId: z.string(), subjectKind: z.string(), subjectId: z.string(), locale: z.string() };
export const contributionSubmitted = defineFact(
	'conversation.contribution.submitted',
	1,
	'staff',
	z.object({ ...contribution, held: z.boolean(), authorKind: z.string(), role: z.string().nullable() }),
);
export const contributionPublished = defineFact(
	'conversation.contribution.published',
	1,
	'public',
	z.object({ ...contribution, parentAuthorId: z.string().nullable() }),
);
export const contributionHidden = defineFact('conversation.contribution.hidden', 1, 'public', z.object(contribution));
export const contributionEdited = defineFact('conversation.contribution.edited', 1, 'public', z.object(contribution));
export const contributionWithdrawn = defineFact(
	'conversation.contribution.withdrawn',
	1,
	'public',
	z.object(contribution),
);
export const contributionSetAside = defineFact(
	'conversation.contribution.set_aside',
	1,
	'staff',
	z.object(contribution),
);
