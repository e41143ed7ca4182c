// Door of proposals.
export { answerProposal } from './answer-proposal.ts';
export { hasSupported, listProposals, type ProposalView, showProposal } from './list-proposals.ts';
export { submitProposal } from './submit-proposal.ts';
export { supportProposal, withdrawSupport } from './support-proposal.ts';
export { withdrawProposal } from './withdraw-proposal.ts';
export { proposalSubject } from './subject.ts';
export { addProposal, addSupport } from './store.ts';
