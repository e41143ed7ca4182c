// Votes as a sparse matrix: a row a participant, a column a statement, only cells that were voted on.
import type { VoteTable } from './votes.ts';

/** Rows and columns in the order of their ids, whatever order the votes came in; cells of a row in the order of columns. */
export interface Matrix {
	readonly participants: readonly string[];
	readonly statements: readonly string[];
	/** Cells of row i stand from starts[i] up to starts[i + 1]. */
	readonly starts: Int32Array;
	readonly columns: Int32Array;
	readonly stances: Int8Array;
}

/** Who and what is left out of the map, by id: banned participants, statements taken out by moderators. */
export interface LeftOut {
	participants?: ReadonlySet<string>;
	statements?: ReadonlySet<string>;
}

const UNSEEN = 2;

/** The matrix of the votes that stand, without those left out. Time and memory grow with the votes, not with the cells. */
export function matrixOf(table: VoteTable, leftOut: LeftOut = {}): Matrix {
	const participants = kept(table.participants, leftOut.participants);
	const statements = kept(table.statements, leftOut.statements);
	const rankOf = new Int32Array(table.statements.size).fill(-1);
	for (const [rank, [, place]] of statements.entries()) rankOf[place] = rank;

	const starts = new Int32Array(participants.length + 1);
	for (const [i, [, place]] of participants.entries())
		starts[i + 1] =
			starts[i]! + table.rows[place]!.statements.reduce((n, column) => n + (rankOf[column]! < 0 ? 0 : 1), 0);
	const cells = starts[participants.length]!;
	const columns = new Int32Array(cells);
	const stances = new Int8Array(cells);
	const cast = new Int8Array(statements.length);
	let at = 0;
	for (const [, place] of participants) {
		const row = table.rows[place]!;
		cast.fill(UNSEEN);
		for (let n = 0; n < row.statements.length; n++) {
			const rank = rankOf[row.statements[n]!]!;
			if (rank >= 0) cast[rank] = row.stances[n]!;
		}
		for (let rank = 0; rank < cast.length; rank++) {
			if (cast[rank] === UNSEEN) continue;
			columns[at] = rank;
			stances[at++] = cast[rank]!;
		}
	}
	return {
		participants: participants.map(([id]) => id),
		statements: statements.map(([id]) => id),
		starts,
		columns,
		stances,
	};
}

const kept = (places: ReadonlyMap<string, number>, leftOut: ReadonlySet<string> | undefined): [string, number][] =>
	[...places].filter(([id]) => !leftOut?.has(id)).sort(([a], [b]) => byId(a, b));

/** Whole numbers by value and before all else, the rest by code unit: the same order in every locale. */
export function byId(a: string, b: string): number {
	const [left, right] = [numberOf(a), numberOf(b)];
	if (left !== right) return left < right ? -1 : 1;
	return a < b ? -1 : a > b ? 1 : 0;
}

const numberOf = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : Infinity);

/** How many cells row i holds. */
export const votesOf = ({ starts }: Matrix, i: number): number => starts[i + 1]! - starts[i]!;
