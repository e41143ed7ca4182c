// Tables of threads and contributions.
import type { Generated } from 'kysely';
import type { ContributionState } from '../contribution.ts';

interface ThreadTable {
	id: string;
	space_id: string;
	subject_kind: string;
	subject_id: string;
	open: Generated<boolean>;
	published: Generated<number>;
}

interface ContributionTable {
	id: string;
	space_id: string;
	thread_id: string;
	parent_id: string | null;
	author_kind: string;
	author_id: string;
	locale: string;
	text: string;
	state: ContributionState;
	created_at: Date;
	edited_at: Date | null;
	/** Said in the name of the space. */
	as_space: Generated<boolean>;
	v: Generated<number>;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		thread: ThreadTable;
		contribution: ContributionTable;
		set_aside: { contribution_id: string; by_person: string | null; at: Date };
	}
}
