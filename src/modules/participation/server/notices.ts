// Whom participation tells of what: officers of proposals that wait, authors and supporters of answers and of promises that move.
import type { Recorded } from '#platform/fact.ts';
import type { NoticeRule } from '#platform/server/room.ts';
import type { Tx } from '#platform/server/db.ts';
import { may } from '#foundations/spaces/index.ts';
import { personsWith } from '#foundations/spaces/server/index.ts';
import { answerRevised, commitmentMoved, commitmentRevised, proposalAnswered, proposalPublished } from '../facts.ts';
import { concernedBy, supportersOf } from '../proposals/server/index.ts';

/** A fact that names its proposal, told to its author and supporters; a letter only while they have seen the last one. */
const follows = (
	kind: { type: string; parse(raw: unknown): { proposalId: string } },
	key: string,
	mail: NoticeRule['mail'] = 'first',
): NoticeRule => ({
	fact: kind.type,
	key,
	subjectKind: 'commitment',
	mail,
	recipients: (tx: Tx, fact: Recorded) => concernedBy(tx, kind.parse(fact.data).proposalId),
});

export const participationNotices: readonly NoticeRule[] = [
	{
		fact: proposalPublished.type,
		key: 'notice.proposal_published',
		subjectKind: 'proposal',
		recipients: async (tx, fact) => (fact.spaceId ? personsWith(tx, fact.spaceId, may.answer) : []),
	},
	{
		fact: proposalAnswered.type,
		key: 'notice.proposal_answered',
		subjectKind: 'proposal',
		mail: true,
		recipients: async (_tx, fact) => {
			const { authorId } = proposalAnswered.parse(fact.data);
			return authorId ? [authorId] : [];
		},
	},
	{
		fact: proposalAnswered.type,
		key: 'notice.supported_answered',
		subjectKind: 'proposal',
		mail: true,
		recipients: (tx, fact) => supportersOf(tx, fact.subject),
	},
	follows(answerRevised, 'notice.answer_revised', false),
	follows(commitmentMoved, 'notice.commitment_moved'),
	follows(commitmentRevised, 'notice.commitment_revised'),
];
