// Tables of commitments and their progress.
import type { Generated, JSONColumnType } from 'kysely';
import type { CommitmentStatus, Terms } from '../commitment.ts';

interface CommitmentTable {
	id: string;
	space_id: string;
	proposal_id: string;
	owners: JSONColumnType<Record<string, string>>;
	budget: number | null;
	currency: string | null;
	due_on: string;
	status: CommitmentStatus;
	done_at: Date | null;
	created_at: Date;
	v: Generated<number>;
}

interface ProgressTable {
	id: string;
	commitment_id: string;
	status: CommitmentStatus;
	notes: JSONColumnType<Record<string, string>>;
	by_person: string | null;
	at: Date;
}

interface RevisionTable {
	id: string;
	commitment_id: string;
	was: JSONColumnType<Terms>;
	became: JSONColumnType<Terms>;
	because: JSONColumnType<Record<string, string>>;
	by_person: string | null;
	at: Date;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		commitment: CommitmentTable;
		progress: ProgressTable;
		commitment_revision: RevisionTable;
	}
}
