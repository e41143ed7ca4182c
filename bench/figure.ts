// One figure of a bench, with its target.

export interface Figure {
	name: string;
	value: number | null;
	unit: string;
	target: string;
	/** Whether the target is met; null when the figure could not be had here. */
	met: boolean | null;
	note?: string;
}

/** A figure that must not be above its target. */
export const atMost = (name: string, value: number, limit: number, unit: string, note?: string): Figure => ({
	name,
	value,
	unit,
	target: `≤ ${limit} ${unit}`,
	met: value <= limit,
	...(note ? { note } : {}),
});
/** A figure that must not be below its target. */
export const atLeast = (name: string, value: number, limit: number, note?: string, unit = ''): Figure => ({
	name,
	value,
	unit,
	target: `≥ ${limit}${unit && ` ${unit}`}`,
	met: value >= limit,
	...(note ? { note } : {}),
});
