// Door of commitments.
export { addCommitment } from './add-commitment.ts';
export { reportProgress } from './report-progress.ts';
export { listCommitments, readCommitments, showCommitment } from './read-commitments.ts';
