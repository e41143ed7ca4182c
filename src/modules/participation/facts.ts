// What happens in participation, for followers and neighbours.
import { z } from 'zod';
import { defineFact } from '#platform/fact.ts';

const proposal = { processId: z.string(), locale: z.string() };
export const processSaved = defineFact('participation.process.saved', 1, 'public', z.object({ state: z.string() }));
export const proposalSubmitted = defineFact(
	'participation.proposal.submitted',
	1,
	'staff',
	z.object({
		...proposal,
		held: z.boolean(),
		authorKind: z.string(),
		/** Entered by a facilitator: the actor of the fact. */
		assisted: z.boolean().optional(),
	}),
);
export const proposalPublished = defineFact('participation.proposal.published', 1, 'public', z.object(proposal));
export const proposalEdited = defineFact('participation.proposal.edited', 1, 'public', z.object(proposal));
export const proposalHidden = defineFact('participation.proposal.hidden', 1, 'public', z.object(proposal));
export const proposalWithdrawn = defineFact('participation.proposal.withdrawn', 1, 'public', z.object(proposal));
export const proposalSupported = defineFact(
	'participation.proposal.supported',
	1,
	'public',
	z.object({ ...proposal, supports: z.number() }),
);
export const supportWithdrawn = defineFact(
	'participation.support.withdrawn',
	1,
	'public',
	z.object({ ...proposal, supports: z.number() }),
);
export const proposalAnswered = defineFact(
	'participation.proposal.answered',
	1,
	'public',
	z.object({
		...proposal,
		outcome: z.enum(['accepted', 'declined']),
		inTime: z.boolean(),
		days: z.number(),
		/** The last day in time, as it was on the day of the answer; facts before it was kept have none. */
		dueOn: z.string().optional(),
		authorId: z.string().nullable(),
	}),
);
export const commitmentMade = defineFact(
	'participation.commitment.made',
	1,
	'public',
	z.object({ proposalId: z.string(), dueOn: z.string() }),
);
export const answerRevised = defineFact(
	'participation.answer.revised',
	1,
	'public',
	z.object({ proposalId: z.string() }),
);
/** Its day, owner or budget changed; `from` and `to` are the due days before and after. */
export const commitmentRevised = defineFact(
	'participation.commitment.revised',
	1,
	'public',
	z.object({ proposalId: z.string(), from: z.string(), to: z.string() }),
);
export const commitmentMoved = defineFact(
	'participation.commitment.moved',
	1,
	'public',
	z.object({ proposalId: z.string(), from: z.string(), status: z.string() }),
);
