// Door of commitments.
export { addCommitment } from './add-commitment.ts';
export { reportProgress } from './report-progress.ts';
export { type CommitmentView, listCommitments, readCommitments } from './read-commitments.ts';
