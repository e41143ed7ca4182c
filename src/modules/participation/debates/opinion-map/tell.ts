// The opinion map in words and figures, from places and groups.
import { type Matrix, votesOf } from './matrix.ts';
import { representative, type Representative } from './representative.ts';
import { groupInformedConsensus, nobody, tallies, type Tally, together, without } from './tally.ts';

export interface OpinionMap {
	/** How many people voted on something. */
	participants: number;
	statements: ({ id: string; groupInformedConsensus: number } & Tally)[];
	groups: { id: number; size: number; members: string[]; representative: Representative[] }[];
	/** Everybody's place; `group` is null for those who have voted on too little to be grouped. */
	projection: { id: string; x: number; y: number; group: number | null; votes: number }[];
}

/** The map as it is told: tallies, groups with what they stand for, everybody's place. */
export function tell(
	matrix: Matrix,
	places: Float64Array,
	groupOf: ReadonlyMap<string, number>,
	k: number,
): OpinionMap {
	const members = Array.from({ length: k }, (): number[] => []);
	const ungrouped: number[] = [];
	for (const [i, id] of matrix.participants.entries()) (members[groupOf.get(id) ?? -1] ?? ungrouped).push(i);
	const byGroup = members.map((rows) => tallies(matrix, rows));
	const few = tallies(matrix, ungrouped);
	const inGroups = few.map((_, at) => byGroup.map((group) => group[at]!).reduce(together, nobody));
	return {
		participants: matrix.participants.filter((_, i) => votesOf(matrix, i) > 0).length,
		statements: matrix.statements.map((id, at) => ({
			id,
			...together(inGroups[at]!, few[at]!),
			groupInformedConsensus: groupInformedConsensus(byGroup.map((group) => group[at]!)),
		})),
		groups: members.map((rows, id) => ({
			id,
			size: rows.length,
			members: rows.map((i) => matrix.participants[i]!),
			representative: representative(
				matrix.statements,
				byGroup[id]!,
				inGroups.map((all, at) => without(all, byGroup[id]![at]!)),
			),
		})),
		projection: matrix.participants.map((id, i) => ({
			id,
			x: rounded(places[2 * i]!),
			y: rounded(places[2 * i + 1]!),
			group: groupOf.get(id) ?? null,
			votes: votesOf(matrix, i),
		})),
	};
}

const rounded = (place: number): number => Math.round(place * 1e6) / 1e6 || 0;
