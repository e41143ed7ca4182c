// The length of a bar.

/** Share of the whole bar, 0 to 100 with one decimal. Unknown or nothing to compare with gives 0, above the whole gives 100. */
export function barWidth(value: number | null, whole: number): number {
	if (value === null || whole <= 0) return 0;
	return Math.round(Math.min(1, Math.max(0, value / whole)) * 1000) / 10;
}
