// The whole map: from the votes that stand to groups and what they say.
import { seededRandom } from '#platform/random.ts';
import { centred } from './centre.ts';
import { leadingBlock } from './components.ts';
import { fromCells, fromProducts } from './covariance.ts';
import { type Grouping, groupsOf } from './groups.ts';
import { type LeftOut, type Matrix, matrixOf, votesOf } from './matrix.ts';
import { oriented, project } from './project.ts';
import { nextChoice, type Choice } from './how-many.ts';
import { sameNames } from './names.ts';
import { MOST_WRITTEN, type Products, productsOf } from './products.ts';
import { type OpinionMap, tell } from './tell.ts';
import type { VoteTable } from './votes.ts';

/** What the next drawing starts from. */
export interface Drawing {
	readonly map: OpinionMap;
	readonly statements: readonly string[];
	readonly block: Float64Array;
	readonly products: Products | null;
	readonly grouping: Grouping;
	readonly choice: Choice;
	readonly groupOf: ReadonlyMap<string, number>;
}

export interface DrawingOptions extends LeftOut {
	/** Any whole number; the same votes and the same seed give the same map to the byte. */
	seed?: number;
}

/** Votes that make a participant part of the grouping, if there are so many statements. */
const ENOUGH_VOTES = 7;
const FEWEST_GROUPED = 15;

/** Draws the map; with `before`, the earlier drawing of the same debate, sooner, and groups keep their names where they can. */
export function drawMap(table: VoteTable, { seed = 1, ...leftOut }: DrawingOptions = {}, before?: Drawing): Drawing {
	const random = seededRandom(seed);
	const matrix = matrixOf(table, leftOut);
	const centre = centred(matrix);
	const start = before && blockFor(matrix.statements, before);
	const products = centre.size > MOST_WRITTEN ? null : productsOf(matrix, centre, before?.products);
	const covariance = products ? fromProducts(products.products, centre.size) : fromCells(centre);
	const { block: found, width } = leadingBlock(covariance, centre.size, random, start);
	const block = oriented(found, centre.size, width, start);
	const places = project(centre, block, width);

	const rows = grouped(matrix);
	const xy = Float64Array.from({ length: rows.length * 2 }, (_, at) => places[2 * rows[at >> 1]! + (at & 1)]!);
	let choice = before?.choice;
	const grouping = groupsOf(
		xy,
		random,
		(silhouettes) => (choice = nextChoice(silhouettes, before?.choice)).k,
		before?.grouping,
	);
	const ids = rows.map((i) => matrix.participants[i]!);
	const names = sameNames(ids, grouping.of, grouping.k, before?.groupOf);
	const groupOf = new Map(ids.map((id, at) => [id, names[grouping.of[at]!]!]));
	return {
		map: tell(matrix, places, groupOf, rows.length === 0 ? 0 : grouping.k),
		statements: matrix.statements,
		block,
		products,
		grouping,
		choice: choice ?? { k: grouping.k, rival: null, wins: 0 },
		groupOf,
	};
}

/** Rows of those with enough votes; while they are few, those with the most votes. */
function grouped(matrix: Matrix): number[] {
	const enough = Math.min(ENOUGH_VOTES, matrix.statements.length);
	const rows = matrix.participants.map((_, i) => i).filter((i) => votesOf(matrix, i) > 0);
	const many = rows.filter((i) => votesOf(matrix, i) >= enough);
	if (many.length >= FEWEST_GROUPED) return many;
	return rows
		.sort((a, b) => votesOf(matrix, b) - votesOf(matrix, a) || a - b)
		.slice(0, FEWEST_GROUPED)
		.sort((a, b) => a - b);
}

/** The earlier directions on today's statements; a new statement begins at zero. */
function blockFor(statements: readonly string[], before: Drawing): Float64Array | undefined {
	const width = before.statements.length === 0 ? 0 : before.block.length / before.statements.length;
	if (width === 0 || width > statements.length) return undefined;
	const rankOf = new Map(before.statements.map((id, rank) => [id, rank]));
	const block = new Float64Array(statements.length * width);
	for (const [to, id] of statements.entries()) {
		const from = rankOf.get(id);
		if (from !== undefined) block.set(before.block.subarray(from * width, (from + 1) * width), to * width);
	}
	return block;
}
