// Tables of processes and phases.
import type { ColumnType, Generated } from 'kysely';
import type { PhaseKind } from '../process.ts';

interface ProcessTable {
	id: string;
	space_id: string;
	address: string;
	zone: string;
	state: 'draft' | 'published' | 'archived';
	created_at: Date;
	v: Generated<number>;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		process: ProcessTable;
		process_text: { process_id: string; locale: string; title: string; description: string };
		phase: {
			id: string;
			process_id: string;
			kind: PhaseKind;
			starts_wall: string;
			ends_wall: string;
			titles: ColumnType<Record<string, string>, string | undefined, string>;
		};
	}
}
