// A commitment: a decision with owner, budget, due day and status, and the notes that say how it goes.
import type { Refusal } from '#platform/refusal.ts';
import { daysBetween } from '#platform/time.ts';

export const commitmentStatuses = ['planned', 'under_way', 'done', 'abandoned'] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

export interface ProgressNote {
	status: CommitmentStatus;
	/** The note by language. */
	notes: Record<string, string>;
	at: Date;
}

/** What may change in a commitment. */
export interface Terms {
	owners: Record<string, string>;
	budget: number | null;
	/** ISO 4217 code of the budget. */
	currency: string | null;
	/** Calendar day in the space's zone. */
	dueOn: string;
}

/** A change of terms: what they were, what they became, and why. */
export interface Revision {
	was: Terms;
	became: Terms;
	because: Record<string, string>;
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
	/** Oldest first. */
	revisions: Revision[];
}

/** Days over the due day; 0 when in time, done or abandoned. `today` is the calendar day in the space's zone. */
export function overdueDays({ status, dueOn }: Pick<CommitmentView, 'status' | 'dueOn'>, today: string): number {
	return status === 'done' || status === 'abandoned' ? 0 : Math.max(0, daysBetween(dueOn, today));
}

const sameText = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
	Object.keys({ ...a, ...b }).every((locale) => a[locale] === b[locale]);

/** Which terms differ. */
export const changesOf = ({ was, became }: Pick<Revision, 'was' | 'became'>) => ({
	dueOn: was.dueOn !== became.dueOn,
	owners: !sameText(was.owners, became.owners),
	budget: was.budget !== became.budget,
});

/** What keeps terms from changing so, every field at once, or null. `today` is the day in the space's zone. */
export function revisionRefusal(
	change: Pick<Revision, 'was' | 'became' | 'because'>,
	status: CommitmentStatus,
	today: string,
): Refusal | null {
	if (status === 'done' || status === 'abandoned') return { code: 'commitment.closed' };
	const { became, because } = change;
	const changed = changesOf(change);
	const refusals: Refusal[] = [];
	if (!Object.values(changed).includes(true)) refusals.push({ code: 'commitment.unchanged', field: 'dueOn' });
	if (changed.dueOn && became.dueOn < today) refusals.push({ code: 'commitment.date_past', field: 'dueOn' });
	if (Object.keys(became.owners).length === 0) refusals.push({ code: 'commitment.owner_missing', field: 'owners' });
	if (Object.keys(because).length === 0) refusals.push({ code: 'commitment.because_missing', field: 'because' });
	const [first, ...others] = refusals;
	return first ? { ...first, others } : null;
}
