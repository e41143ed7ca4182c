// Door of commitments.
export { addCommitment } from './add-commitment.ts';
export { reportProgress } from './report-progress.ts';
export {
	commitmentColumns,
	commitmentOf,
	listCommitments,
	progressOf,
	readCommitments,
	showCommitment,
} from './read-commitments.ts';
