// Door of impact: figures counted from the log, and the report that shows them.
import { anyCommand, type Room } from '#platform/server/room.ts';
import { checkReport } from './check-report.ts';
import { counters } from './follower.ts';
import { waitingReports } from './waiting.ts';

export { rebuildCounters } from './follower.ts';
export { type Figure, readReport, type Report } from './read-report.ts';
export type { Covered, SourceRow } from './source-row.ts';
export { listSourceRows, type SourcePage, sourceRows } from './source-rows.ts';

export { checkOf, checkReport } from './check-report.ts';

export const impact: Room = {
	name: 'impact',
	commands: [anyCommand(checkReport)],
	followers: [counters],
	waiting: waitingReports,
};
