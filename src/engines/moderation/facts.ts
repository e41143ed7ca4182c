// What happens in moderation, for followers.
import { z } from 'zod';
import { defineFact } from '#platform/fact.ts';

const subject = { subjectKind: z.string(), subjectId: z.string() };
export const caseOpened = defineFact(
	'moderation.case.opened',
	1,
	'staff',
	z.object({ ...subject, source: z.enum(['screening', 'flag', 'appeal']), because: z.array(z.string()) }),
);
export const caseDecided = defineFact(
	'moderation.case.decided',
	1,
	'staff',
	z.object({
		...subject,
		outcome: z.enum(['publish', 'refuse']),
		rule: z.number().nullable(),
		hours: z.number(),
		authorId: z.string().nullable(),
		decisionId: z.string(),
	}),
);
export const caseClosed = defineFact(
	'moderation.case.closed',
	1,
	'staff',
	z.object({ ...subject, because: z.enum(['withdrawn', 'erased']) }),
);
export const decisionUndone = defineFact(
	'moderation.decision.undone',
	1,
	'staff',
	z.object({ ...subject, decisionId: z.string() }),
);
export const decisionAppealed = defineFact(
	'moderation.decision.appealed',
	1,
	'staff',
	z.object({ ...subject, decisionId: z.string() }),
);
export const subjectFlagged = defineFact(
	'moderation.subject.flagged',
	1,
	'staff',
	z.object({ ...subject, reason: z.string() }),
);
export const screeningChanged = defineFact(
	'moderation.screening.changed',
	1,
	'staff',
	z.object({ defaultWords: z.boolean(), exempt: z.number(), links: z.number(), linksFirst: z.number() }),
);
export const rulebookChanged = defineFact('moderation.rulebook.changed', 1, 'public', z.object({}));
