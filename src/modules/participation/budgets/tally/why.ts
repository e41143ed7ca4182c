// Why a project won or lost, as a code with figures: a sentence in any language can be made of it.

/** Amounts are in smallest units, scores as counted. Every figure holds if all else stays as it was. */
export type Why =
	/** Greedy: at its turn this much was left, itself included. */
	| { code: 'fitted'; place: number; left: number }
	/**
	 * Greedy: at its turn less was left than it costs. `costAtMost` would have fitted; `scoreMissing` more would have
	 * brought it forward far enough (votes or points, by the vote type).
	 */
	| { code: 'too-dear'; place: number; costAtMost: number; scoreMissing: number }
	/** Equal shares: its supporters paid for it, nobody more than `price` (rounded up), in this place of the last round. */
	| { code: 'paid'; place: number; price: number; inFull: number }
	/**
	 * Equal shares: at the end its supporters had `left` together (rounded down). So many more of them, each with a whole
	 * share of `share` (rounded down), could have paid for it; so could they as they are had it cost `costAtMost`.
	 */
	| { code: 'unpaid'; left: number; missing: number; share: number; supportersMissing: number; costAtMost: number }
	/** Equal shares: nobody chose it. */
	| { code: 'unsupported' }
	/** It costs more than there is. */
	| { code: 'over-budget'; costAtMost: number }
	/** Its score is under the file's threshold. */
	| { code: 'below-threshold'; threshold: number; scoreMissing: number };

/** What no rule can let win: null for a project that may take part. */
export function barred(
	cost: number,
	score: number,
	{ budget, threshold }: { budget: number; threshold: number | null },
): Why | null {
	if (cost > budget) return { code: 'over-budget', costAtMost: budget };
	if (threshold !== null && score < threshold)
		return { code: 'below-threshold', threshold, scoreMissing: threshold - score };
	return null;
}
