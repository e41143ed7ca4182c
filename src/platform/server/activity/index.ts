// Door of the activity log.
export { factsChannel, recordFacts, type Occasion } from './record.ts';
export { recordedOf } from './recorded.ts';
export { sequenceFacts } from './sequence.ts';
export {
	follow,
	somethingWaits,
	followerLag,
	holdFollower,
	noteFollowerError,
	placeFollower,
	readFacts,
	type Follower,
} from './follow.ts';
export { listFacts, type LogPlace, type LogQuestion } from './list-facts.ts';
export { preparePartitions } from './partitions.ts';
