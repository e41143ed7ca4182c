// Door of the conversation engine: threads under anything, contributions in them.
import type { PersonalData, Room } from '#platform/server/room.ts';
import { anyCommand } from '#platform/server/room.ts';
import { contributionSubmitted } from '../facts.ts';
import { editContribution, withdrawContribution } from './change-contribution.ts';
import { contribute } from './contribute.ts';
import { conversationNotices } from './notices.ts';
import { conversationQueries } from './queries.ts';
import { setContributionAside } from './set-aside.ts';
import { eraseContributions } from './store.ts';
import { contributionSubject } from './subject.ts';
import { waitingForAnswers } from './waiting.ts';
import './schema.ts';

export { contributionsUnder } from './count-sql.ts';
export { contribute } from './contribute.ts';
export { editContribution, withdrawContribution } from './change-contribution.ts';
export {
	countContributions,
	listContributions,
	showContributionTo,
	subjectsOfContributions,
	threadSubject,
	topOf,
} from './list-contributions.ts';
export { openThread } from './store.ts';
export { setContributionAside } from './set-aside.ts';
export { permalinkOf } from './subject.ts';
export { answerDays, countUnanswered, listUnanswered } from './unanswered.ts';

const personal: PersonalData = {
	export: async (db, personId) => ({
		contributions: await db
			.selectFrom('contribution')
			.select(['id', 'locale', 'text', 'state', 'created_at'])
			.where('author_kind', '=', 'person')
			.where('author_id', '=', personId)
			.execute(),
	}),
	erase: (tx, personId) => eraseContributions(tx, personId),
};

export const conversation: Room = {
	name: 'conversation',
	commands: [
		anyCommand(contribute),
		anyCommand(editContribution),
		anyCommand(withdrawContribution),
		anyCommand(setContributionAside),
	],
	waiting: waitingForAnswers,
	queries: conversationQueries,
	subjects: [contributionSubject],
	personal,
	notices: conversationNotices,
	indicators: [
		{
			name: 'contributions',
			counts: [{ fact: contributionSubmitted.type, part: (fact) => contributionSubmitted.parse(fact.data).locale }],
		},
		{
			name: 'contributors',
			counts: [
				{
					fact: contributionSubmitted.type,
					part: (fact) =>
						contributionSubmitted.parse(fact.data).role ?? contributionSubmitted.parse(fact.data).authorKind,
				},
			],
		},
		{
			name: 'contributions_held',
			counts: [
				{ fact: contributionSubmitted.type, by: (fact) => (contributionSubmitted.parse(fact.data).held ? 1 : 0) },
			],
		},
	],
};
