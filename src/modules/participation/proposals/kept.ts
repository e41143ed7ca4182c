// What was promised and what became of it: one entry of the page «kept», and its totals.
import type { CommitmentView } from '../commitments/index.ts';
import type { Awaited, Stage } from './proposal.ts';

export const keptFilters = ['late', 'under_way', 'done'] as const;
export type KeptFilter = (typeof keptFilters)[number];

/** A promise in short. */
export interface Promised extends Pick<CommitmentView, 'id' | 'status' | 'dueOn'> {
	spaceId: string;
	/** Days over the due day; 0 when not late. */
	lateDays: number;
	proposal: { title: string; locale: string; number: number; process: string };
}

/** A commitment with the proposal it answers. */
export interface KeptView extends CommitmentView {
	spaceId: string;
	/** Null when the proposal may no longer be read; the promise stays. */
	proposal: { title: string; locale: string; number: number; process: string } | null;
	proposedAt: Date;
	answeredAt: Date | null;
	/** Days over the due day; 0 when not late. */
	lateDays: number;
	stages: Stage[];
	awaited: Awaited;
}

export interface KeptTotals {
	all: number;
	done: number;
	/** Planned or under way, and in time. */
	under_way: number;
	late: number;
	abandoned: number;
}

/** A published proposal without an answer after the day on which it was due. */
export interface LateAnswer {
	id: string;
	spaceId: string;
	title: string;
	locale: string;
	number: number;
	process: string;
	dueOn: string;
	lateDays: number;
}
