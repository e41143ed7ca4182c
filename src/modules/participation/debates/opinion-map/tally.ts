// How each group voted on each statement.
import type { Matrix } from './matrix.ts';

export interface Tally {
	agrees: number;
	disagrees: number;
	passes: number;
}

export const seen = ({ agrees, disagrees, passes }: Tally): number => agrees + disagrees + passes;

/** What stays of a tally when a part of it is taken out. */
export const without = (all: Tally, part: Tally): Tally => ({
	agrees: all.agrees - part.agrees,
	disagrees: all.disagrees - part.disagrees,
	passes: all.passes - part.passes,
});

export const nobody: Tally = { agrees: 0, disagrees: 0, passes: 0 };

/** Two tallies of different people as one. */
export const together = (one: Tally, other: Tally): Tally => ({
	agrees: one.agrees + other.agrees,
	disagrees: one.disagrees + other.disagrees,
	passes: one.passes + other.passes,
});

/** Tallies by statement, of the participants (rows) given. */
export function tallies({ statements, starts, columns, stances }: Matrix, rows: Iterable<number>): Tally[] {
	// Three counts a statement: disagrees, passes, agrees.
	const counts = new Int32Array(3 * statements.length);
	for (const i of rows)
		for (let at = starts[i]!; at < starts[i + 1]!; at++) {
			const place = 3 * columns[at]! + 1 + stances[at]!;
			counts[place] = counts[place]! + 1;
		}
	return statements.map((_, at) => ({
		agrees: counts[3 * at + 2]!,
		disagrees: counts[3 * at]!,
		passes: counts[3 * at + 1]!,
	}));
}

/**
 * Group-informed consensus of a statement, from 0 to 1: the product over groups of (agrees + 1) / (seen + 2). High only where
 * every group agrees. Source: Small, Bjorkegren, Erkkilä, Shaw, Megill, Polis: Scaling Deliberation, 2021.
 */
export const groupInformedConsensus = (groups: readonly Tally[]): number =>
	groups.reduce((product, tally) => (product * (tally.agrees + 1)) / (seen(tally) + 2), 1);
