// The matrix about the mean of each statement: an unseen statement takes the mean, which is then zero, so cells stay few.
import type { Matrix } from './matrix.ts';

export interface Centred {
	readonly rows: number;
	readonly size: number;
	readonly starts: Int32Array;
	readonly columns: Int32Array;
	/** Stance minus the mean stance of its statement, a cell each. */
	readonly values: Float64Array;
}

export function centred({ participants, statements, starts, columns, stances }: Matrix): Centred {
	const sums = new Int32Array(statements.length);
	const seen = new Int32Array(statements.length);
	for (let at = 0; at < columns.length; at++) {
		const column = columns[at]!;
		sums[column] = sums[column]! + stances[at]!;
		seen[column] = seen[column]! + 1;
	}
	const means = Float64Array.from(sums, (sum, column) => (seen[column] ? sum / seen[column] : 0));
	const values = new Float64Array(columns.length);
	for (let at = 0; at < columns.length; at++) values[at] = stances[at]! - means[columns[at]!]!;
	return { rows: participants.length, size: statements.length, starts, columns, values };
}
