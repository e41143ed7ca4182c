// Door of participation: processes, proposals, answers, commitments.
import { anyCommand, joinWaits, type Room } from '#platform/server/room.ts';
import {
	commitmentMade,
	commitmentMoved,
	proposalAnswered,
	proposalHidden,
	proposalPublished,
	proposalSubmitted,
	proposalSupported,
	proposalWithdrawn,
	supportWithdrawn,
} from '../facts.ts';
import { reportProgress, reviseCommitment } from '../commitments/server/index.ts';
import { saveProcess } from '../processes/server/index.ts';
import {
	answerProposal,
	editProposal,
	proposalsData,
	proposalSubject,
	reviseAnswer,
	submitProposal,
	supportProposal,
	withdrawProposal,
	withdrawSupport,
} from '../proposals/server/index.ts';
import { participationNotices } from './notices.ts';
import { participationQueries } from './queries.ts';
import { proposalSearch } from './search-follower.ts';
import { waitingProcesses } from './waiting-processes.ts';
import { waitingAnswers } from './waiting.ts';

export * from '../commitments/server/index.ts';
export * from '../processes/server/index.ts';
export * from '../proposals/server/index.ts';

const one = (fact: string) => [{ fact }];
/** A second note on something done is not a second thing done; reopening takes it back. */
const doneDelta = ({ from, status }: { from: string; status: string }): number =>
	Number(status === 'done') - Number(from === 'done');

export const participation: Room = {
	name: 'participation',
	commands: [
		anyCommand(saveProcess),
		anyCommand(submitProposal),
		anyCommand(editProposal),
		anyCommand(withdrawProposal),
		anyCommand(supportProposal),
		anyCommand(withdrawSupport),
		anyCommand(answerProposal),
		anyCommand(reviseAnswer),
		anyCommand(reportProgress),
		anyCommand(reviseCommitment),
	],
	queries: participationQueries,
	followers: [proposalSearch],
	subjects: [proposalSubject],
	personal: proposalsData,
	waiting: async (...asked) => joinWaits(await Promise.all([waitingAnswers(...asked), waitingProcesses(...asked)])),
	notices: participationNotices,
	indicators: [
		{
			name: 'proposals',
			counts: [{ fact: proposalSubmitted.type, part: (fact) => proposalSubmitted.parse(fact.data).locale }],
		},
		{ name: 'supports', counts: [{ fact: proposalSupported.type }, { fact: supportWithdrawn.type, by: () => -1 }] },
		{
			name: 'answers',
			counts: [{ fact: proposalAnswered.type, part: (fact) => proposalAnswered.parse(fact.data).outcome }],
		},
		{
			name: 'answers_in_time',
			counts: [],
			deadline: {
				begins: proposalSubmitted.type,
				ends: proposalAnswered.type,
				appears: proposalPublished.type,
				goes: [proposalHidden.type, proposalWithdrawn.type],
				inTime: (fact) => proposalAnswered.parse(fact.data).inTime,
				dueOn: (fact) => proposalAnswered.parse(fact.data).dueOn ?? null,
			},
		},
		{ name: 'commitments', counts: one(commitmentMade.type) },
		{
			name: 'commitments_done',
			counts: [{ fact: commitmentMoved.type, by: (fact) => doneDelta(commitmentMoved.parse(fact.data)) }],
		},
	],
};
