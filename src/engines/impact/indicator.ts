// Indicators: the defined figures of the report, with how each is made from counters, samples or the facts themselves.

export interface IndicatorDefinition {
	/** Message keys: `indicator.<name>.label`, `.definition`, and `.numerator`, `.denominator` for shares and medians. */
	name: string;
	/** Counter of the figure, or of its numerator. */
	counter?: string;
	/** Counter of the denominator: the figure is then a share. */
	denominator?: string;
	/** Median of the samples of this name, in hours. */
	median?: string;
	/** A share of what had to happen by a day, read from the facts: what happened in the period, and what was due in it and did not. */
	deadline?: true;
	/** Counts each person (with an account) or each subject once in the period, which days cannot be added up to: read from the facts. */
	distinct?: 'person' | 'subject';
	/** Disaggregated by what its parts mean. */
	by?: 'language' | 'role' | 'outcome' | 'timeliness';
	/** Its parts are groups of people: small ones are hidden in what leaves the house. */
	people?: true;
}

/** The figures of the monthly report, in its order. */
export const reportIndicators: readonly IndicatorDefinition[] = [
	{ name: 'works_published', counter: 'works_published', by: 'language' },
	{ name: 'works_proposed', counter: 'works_proposed', by: 'role' },
	{ name: 'contributions', counter: 'contributions', by: 'language' },
	{ name: 'contributors', counter: 'contributors', distinct: 'person', by: 'role', people: true },
	{ name: 'contributions_held', counter: 'contributions_held', denominator: 'contributions' },
	{ name: 'cases_decided', counter: 'cases_decided', by: 'outcome' },
	{ name: 'hours_to_decision', median: 'hours_to_decision' },
	{ name: 'proposals', counter: 'proposals', by: 'language' },
	{ name: 'supports', counter: 'supports' },
	{ name: 'answers', counter: 'answers', by: 'outcome' },
	{ name: 'answers_in_time', deadline: true, by: 'timeliness' },
	{ name: 'commitments', counter: 'commitments' },
	{ name: 'commitments_done', counter: 'commitments_done', distinct: 'subject' },
];

/** The name under which rooms declare what an indicator counts. */
export const ruleOf = ({ counter, median: sampled, name }: IndicatorDefinition): string => counter ?? sampled ?? name;

/** The middle of a list; the mean of the two middle values for an even one; null for none: unknown is not zero. */
export function median(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** A share, or null when there is nothing to share. */
export const share = (numerator: number, denominator: number): number | null =>
	denominator === 0 ? null : numerator / denominator;

export interface Part {
	part: string;
	n: number;
}

/** A part as it may leave the house: `small` is some number under the least, `hidden` keeps a small one from being worked out. */
export type PublicPart = { part: string; n: number } | { part: string; n: null; why: 'small' | 'hidden' };

/** The least number of people a published part may hold (DESIGN 5.7). */
export const leastPeople = 5;

/**
 * Hides parts under `least`. When only one is, or all of them hold fewer than `least` together, the total minus the others
 * would tell too much: the next smallest is then hidden as well.
 */
export function hideSmall(parts: readonly Part[], least = leastPeople): PublicPart[] {
	const rising = [...parts].filter(({ n }) => n > 0).sort((a, b) => a.n - b.n);
	const small = rising.filter(({ n }) => n < least);
	const hidden = new Set(small.map(({ part }) => part));
	const together = small.reduce((sum, { n }) => sum + n, 0);
	const extra = small.length === 1 || (small.length > 0 && together < least) ? rising[small.length] : undefined;
	return parts.map(({ part, n }) => {
		if (hidden.has(part)) return { part, n: null, why: 'small' };
		return part === extra?.part ? { part, n: null, why: 'hidden' } : { part, n };
	});
}
