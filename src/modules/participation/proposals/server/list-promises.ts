// Promises in short, for beside the news: what was promised to whom and whether it is late.
import { compiledRead, type Read } from '#platform/server/compiled-read.ts';
import { dayOf } from '#platform/time.ts';
import type { Space } from '#foundations/spaces/index.ts';
import { overdueDays } from '../../commitments/index.ts';
import type { Promised } from '../kept.ts';
import { commitmentsOf, latestFirst, type Shown, shown } from './kept-sql.ts';
import './schema.ts';

const readPromises = compiledRead((db, values: Shown & { limit: number }) =>
	commitmentsOf(db, values)
		.innerJoin('proposal', 'proposal.id', 'commitment.proposal_id')
		.innerJoin('process', 'process.id', 'proposal.process_id')
		.select([
			'commitment.id',
			'commitment.space_id as spaceId',
			'commitment.status',
			'commitment.due_on as dueOn',
			'proposal.title',
			'proposal.locale',
			'proposal.number',
			'process.address as process',
		])
		.where('commitment.status', '<>', 'abandoned')
		.where('proposal.state', '=', 'published')
		.where('process.state', '<>', 'draft')
		.orderBy(latestFirst.place)
		.orderBy(latestFirst.done, (order) => order.desc().nullsLast())
		.orderBy('commitment.due_on')
		.orderBy('commitment.id')
		.limit(values.limit),
);

/** Promises of spaces whose proposal may be read, those given up left out: the latest first by days. */
export function promisesInShort(spaces: readonly Space[], limit: number, now: Date): Read<Promised[]> {
	const zones = new Map(spaces.map((space) => [space.id as string, space.zone]));
	return readPromises({ ...shown(spaces, now), limit }, (rows) =>
		rows.map(({ id, spaceId, status, dueOn, ...proposal }) => {
			const lateDays = overdueDays({ status, dueOn }, dayOf(now, zones.get(spaceId)!));
			return { id, spaceId, status, dueOn, lateDays, proposal };
		}),
	);
}
