// Door of commitments.
export { addCommitment } from './add-commitment.ts';
export { reportProgress } from './report-progress.ts';
export { reviseCommitment } from './revise-commitment.ts';
export {
	commitmentColumns,
	commitmentOf,
	listCommitments,
	progressOf,
	readCommitments,
	revisionsOf,
	showCommitment,
} from './read-commitments.ts';
