// Thresholds by an alarm budget: how high the page's own past went, and how high it would go as often as alarms are wanted.

/** The highest values of so many are looked at. */
const HIGHEST = 16;
/** The highest of them count as the next one does: a crisis or two in the memory say nothing of what chance brings. */
const SPARED = 2;

/**
 * The value that peaks pass `wanted` times in a time in which `peaks` were seen. The highest k are taken for exponential
 * above the k-th, as peaks of a CUSUM are (Weissman 1978 for the estimate, with the very highest censored): so one can ask for
 * rarer than was seen. Never under `least`.
 */
export function thresholdFor(peaks: readonly number[], wanted: number, least: number): number {
	const highest = [...peaks].sort((a, b) => b - a).slice(0, HIGHEST);
	const k = highest.length - 1;
	if (k <= SPARED) return Math.max(least, highest[SPARED] ?? 0);
	const base = highest[k]!;
	const cap = highest[SPARED]!;
	const scale = highest.slice(0, k).reduce((sum, peak) => sum + Math.min(peak, cap) - base, 0) / (k - SPARED);
	return Math.max(least, base + scale * Math.log(Math.max(1, k / wanted)));
}
