// Door of the moderation engine: rules, the gate, the queue, decisions, appeals.
import { anyCommand, type Room } from '#platform/server/room.ts';
import { personsWith } from '#foundations/spaces/server/index.ts';
import { may } from '#foundations/spaces/index.ts';
import { caseDecided, caseOpened } from '../facts.ts';
import { appealDecision } from './appeal-decision.ts';
import { decideCase, undoDecision } from './decide-case.ts';
import { flagSubject } from './flag-subject.ts';
import { moderationData } from './personal-data.ts';
import { retireRule, saveRule, saveWatchedWords } from './rulebook.ts';
import { saveScreening } from './screening-setting.ts';
import { moderationQueries } from './queries.ts';
import { waitingCases } from './waiting.ts';

export { gate } from './gate.ts';
export { appealDecision } from './appeal-decision.ts';
export { decideCase, undoDecision } from './decide-case.ts';
export { casesAbout } from './cases-about.ts';
export { flagSubject } from './flag-subject.ts';
export {
	countCases,
	decisionsAbout,
	listCases,
	listDecisions,
	nextCase,
	openCaseAbout,
	showCase,
	showDecision,
	type CaseView,
} from './list-cases.ts';
export { makeModelFolder, readModel, shippedModel, writeModel } from './model-files.ts';
export {
	assess,
	cardOf,
	defaultWords,
	isListed,
	Judge,
	macroF1,
	mineWords,
	type Model,
	train,
	type TrainingText,
} from '../screening/index.ts';
export { listClosed } from './list-closed.ts';
export {
	addWatchedWords,
	listOwnRules,
	listRules,
	listWatchedWords,
	retireRule,
	saveRule,
	saveWatchedWords,
	type Rule,
} from './rulebook.ts';
export { saveScreening, showScreening } from './screening-setting.ts';
export { startingLists } from './watched.ts';

const medianHours = { fact: caseDecided.type, value: (fact: { data: unknown }) => caseDecided.parse(fact.data).hours };

export const moderation: Room = {
	name: 'moderation',
	commands: [
		anyCommand(flagSubject),
		anyCommand(decideCase),
		anyCommand(undoDecision),
		anyCommand(appealDecision),
		anyCommand(saveRule),
		anyCommand(retireRule),
		anyCommand(saveWatchedWords),
		anyCommand(saveScreening),
	],
	queries: moderationQueries,
	personal: moderationData,
	waiting: waitingCases,
	notices: [
		{
			fact: caseOpened.type,
			key: 'notice.case_opened',
			subjectKind: 'case',
			recipients: async (tx, fact) => (fact.spaceId ? personsWith(tx, fact.spaceId, may.moderate) : []),
		},
		{
			fact: caseDecided.type,
			key: 'notice.case_decided',
			subjectKind: 'decision',
			mail: true,
			recipients: async (_tx, fact) => {
				const { authorId, outcome } = caseDecided.parse(fact.data);
				return authorId && outcome === 'refuse' ? [authorId] : [];
			},
		},
	],
	indicators: [
		{
			name: 'cases_decided',
			counts: [{ fact: caseDecided.type, part: (fact) => caseDecided.parse(fact.data).outcome }],
		},
		{ name: 'hours_to_decision', counts: [], samples: [medianHours] },
	],
};
