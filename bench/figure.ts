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
