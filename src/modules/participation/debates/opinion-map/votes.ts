// Votes as they are cast: one place a participant and statement, in which the latest vote stands.

/** 1 agrees, -1 disagrees, 0 passes. */
export type Stance = 1 | 0 | -1;

export interface Vote {
	participant: string;
	statement: string;
	stance: Stance;
	/** When it was cast; any unit, as long as it is one. Of two votes at the same moment the one told later stands. */
	at: number;
}

/** One participant's votes: three lists of one length, in the order of first voting. */
interface Row {
	readonly statements: number[];
	readonly stances: number[];
	readonly times: number[];
}

/** All votes that stand. Changed by `castVote` only. */
export interface VoteTable {
	readonly participants: Map<string, number>;
	readonly statements: Map<string, number>;
	readonly rows: Row[];
}

export const noVotes = (): VoteTable => ({ participants: new Map(), statements: new Map(), rows: [] });

/** Lets a vote stand in the table, unless a later one of the same participant on the same statement stands there. */
export function castVote(table: VoteTable, { participant, statement, stance, at }: Vote): void {
	const row = table.rows[placeOf(table.participants, participant)] ?? newRow(table);
	const column = placeOf(table.statements, statement);
	const place = row.statements.indexOf(column);
	if (place === -1) {
		row.statements.push(column);
		row.stances.push(stance);
		row.times.push(at);
	} else if (at >= row.times[place]!) {
		row.stances[place] = stance;
		row.times[place] = at;
	}
}

function newRow(table: VoteTable): Row {
	const row: Row = { statements: [], stances: [], times: [] };
	table.rows.push(row);
	return row;
}

function placeOf(places: Map<string, number>, id: string): number {
	const known = places.get(id);
	if (known !== undefined) return known;
	places.set(id, places.size);
	return places.size - 1;
}
