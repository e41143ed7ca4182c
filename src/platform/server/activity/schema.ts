// Tables of the activity log and of the runner.
import type { Generated, JSONColumnType } from 'kysely';
import type { Origin, Reach } from '#platform/fact.ts';

interface ActivityTable {
	id: string;
	pos: number | null;
	space_id: string | null;
	actor_kind: 'person' | 'guest' | 'system';
	actor_id: string | null;
	type: string;
	v: number;
	reach: Reach;
	subject: string;
	data: JSONColumnType<Record<string, unknown>>;
	cause: string | null;
	origin: Origin;
	at: Date;
}

interface SequencerTable {
	one: Generated<boolean>;
	last: number;
}

interface FollowerTable {
	name: string;
	pos: number;
	error: string | null;
	moved_at: Date | null;
}

interface ActTable {
	key: string;
	command: string;
	actor: string;
	input_hash: string;
	/** The answer, sealed with the key itself. */
	result: string | null;
	at: Date;
}

declare module '#platform/server/db.ts' {
	interface Tables {
		activity: ActivityTable;
		sequencer: SequencerTable;
		follower: FollowerTable;
		/** Acts done under an idempotency key, with their answer. */
		act: ActTable;
	}
}
