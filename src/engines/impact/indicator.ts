// Indicators: the defined figures of the report, with how each is made from counters and samples.

export interface IndicatorDefinition {
	/** Message keys: `indicator.<name>.label`, `.definition`. */
	name: string;
	/** Counter of the figure, or of its numerator. */
	counter?: string;
	/** Counter of the denominator: the figure is then a share. */
	denominator?: string;
	/** Median of the samples of this name, in hours. */
	median?: string;
	/** Disaggregated by what its parts mean. */
	by?: 'language' | 'role' | 'outcome';
}

/** The figures of the monthly report, in its order. */
export const reportIndicators: readonly IndicatorDefinition[] = [
	{ name: 'works_published', counter: 'works_published', by: 'language' },
	{ name: 'works_proposed', counter: 'works_proposed', by: 'role' },
	{ name: 'contributions', counter: 'contributions', by: 'language' },
	{ name: 'contributors', counter: 'contributors', by: 'role' },
	{ name: 'contributions_held', counter: 'contributions_held', denominator: 'contributions' },
	{ name: 'cases_decided', counter: 'cases_decided', by: 'outcome' },
	{ name: 'hours_to_decision', median: 'hours_to_decision' },
	{ name: 'proposals', counter: 'proposals', by: 'language' },
	{ name: 'supports', counter: 'supports' },
	{ name: 'answers', counter: 'answers', by: 'outcome' },
	{ name: 'answers_in_time', counter: 'answers_in_time', denominator: 'answers' },
	{ name: 'commitments', counter: 'commitments' },
	{ name: 'commitments_done', counter: 'commitments_done' },
];

/** The middle of a list; the mean of the two middle values for an even one; null for none: unknown is not zero. */
export function median(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** A share, or null when there is nothing to share. */
export const share = (numerator: number, denominator: number): number | null => (denominator === 0 ? null : numerator / denominator);
