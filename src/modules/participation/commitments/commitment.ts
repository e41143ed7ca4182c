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

/** Texts by language that are the same in each. */
export const sameText = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
	Object.keys({ ...a, ...b }).every((locale) => a[locale] === b[locale]);

/** Which terms differ. */
export const changesOf = ({ was, became }: { was: Terms; became: Omit<Terms, 'currency'> }) => ({
	dueOn: was.dueOn !== became.dueOn,
	owners: !sameText(was.owners, became.owners),
	budget: was.budget !== became.budget,
});

/** Texts by language of which there are none. What could not be read is not blank. */
export const isBlank = (texts: object | undefined): boolean => texts !== undefined && Object.keys(texts).length === 0;

/**
 * What keeps terms from changing so, every field at once; a field that is absent could not be read. `today` is the day in the
 * space's zone.
 */
export function revisionRefusals(
	was: Terms,
	{ dueOn, owners, budget, because }: Partial<Pick<Terms, 'dueOn' | 'owners' | 'budget'>> & { because?: object },
	today: string,
): Refusal[] {
	const refusals: Refusal[] = [];
	if (dueOn !== undefined && owners !== undefined && budget !== undefined) {
		const changed = changesOf({ was, became: { dueOn, owners, budget } });
		if (!Object.values(changed).includes(true)) refusals.push({ code: 'commitment.unchanged', field: 'dueOn' });
	}
	if (dueOn !== undefined && dueOn !== was.dueOn && dueOn < today)
		refusals.push({ code: 'commitment.date_past', field: 'dueOn' });
	if (isBlank(owners)) refusals.push({ code: 'commitment.owner_missing', field: 'owners' });
	if (isBlank(because)) refusals.push({ code: 'commitment.because_missing', field: 'because' });
	return refusals;
}
