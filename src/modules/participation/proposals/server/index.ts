// Door of proposals.
export { answerProposal } from './answer-proposal.ts';
export { editProposal } from './edit-proposal.ts';
export type { ProposalView } from '../proposal.ts';
export {
	type CountedProcess,
	countedProcesses,
	countPlacedProposals,
	countProposals,
	listProcessesOf,
} from './count-proposals.ts';
export { concernedBy, supportersOf } from './concerned.ts';
export { countKept, listKept } from './list-kept.ts';
export { promisesInShort } from './list-promises.ts';
export { listLateAnswers } from './list-late-answers.ts';
export { hasSupported, listProposals, showProposal } from './list-proposals.ts';
export { reviseAnswer } from './revise-answer.ts';
export { submitProposal } from './submit-proposal.ts';
export { supportProposal, withdrawSupport } from './support-proposal.ts';
export { withdrawProposal } from './withdraw-proposal.ts';
export { proposalSubject } from './subject.ts';
export { addSupports } from './store.ts';
export { proposalsData } from './personal-data.ts';
