export const proposalSubmitted = 'participation.proposal.submitted';
