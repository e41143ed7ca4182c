// One row behind a figure, and the spaces a report covers.
import type { Course } from '../deadline.ts';

/** A space whose facts a report covers, with the zone its days are in. */
export interface Covered {
	id: string;
	zone: string;
}

export interface SourceRow {
	id: string;
	at: Date;
	type: string;
	spaceId: string;
	subject: string;
	data: unknown;
	/** How much it adds to the figure. */
	counted: number;
	/** The figure as far as this row. */
	running: number;
	/** Hours, for figures that are the median of what their facts measured. */
	value: number | null;
	part: string;
	/** Days of what had to happen by a day; null for other figures. */
	course: (Course & { days: number | null }) | null;
}
