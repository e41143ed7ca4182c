// A commitment: a decision with owner, budget, due day and status, and the notes that say how it goes.
import { daysBetween } from '#platform/time.ts';

export const commitmentStatuses = ['planned', 'under_way', 'done', 'abandoned'] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

export interface ProgressNote {
	status: CommitmentStatus;
	/** The note by language. */
	notes: Record<string, string>;
	at: Date;
}

export interface CommitmentView {
	id: string;
	proposalId: string;
	/** Who answers for it, by language. */
	owners: Record<string, string>;
	budget: number | null;
	/** ISO 4217 code of the budget. */
	currency: string | null;
	/** Calendar day in the space's zone. */
	dueOn: string;
	status: CommitmentStatus;
	madeAt: Date;
	doneAt: Date | null;
	/** Oldest first. */
	progress: ProgressNote[];
}

/** Days over the due day; 0 when in time, done or abandoned. `today` is the calendar day in the space's zone. */
export function overdueDays({ status, dueOn }: Pick<CommitmentView, 'status' | 'dueOn'>, today: string): number {
	return status === 'done' || status === 'abandoned' ? 0 : Math.max(0, daysBetween(dueOn, today));
}
