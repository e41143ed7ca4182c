// A second look at the texts of a head: trees that mend its sums by what else is known of a text (traits.ts).
import { binned, boost, type Columns, treeSum } from './boost.ts';
import { logistic } from './calibrate.ts';
import type { SecondLook } from './model.ts';
import { Reader } from './read.ts';
import { FOLDS, type ReadText } from './rows.ts';
import { Looker, TRAITS, traitsOf, type Weighing } from './traits.ts';

/** The log-odds of a text. */
export const looked = ({ slope, shift, trees }: SecondLook, traits: Float32Array): number =>
	slope * traits[0]! + shift + treeSum(trees, traits);

/** Log-odds of `members` out of fold, and the look that all of them teach. `byFold`: linear models that have not seen a fold, by its number. */
export function secondLook(
	members: readonly ReadText[],
	byFold: readonly Weighing[],
	seed: number,
): { look: SecondLook; margins: Float64Array } {
	const data = traitsOfAll(members, byFold);
	const labels = members.map(({ source }) => source.label);
	const sums = data.values.subarray(0, data.rows);
	const { slope, shift } = logistic(labels.map((label, row) => ({ sum: sums[row]!, label, weight: 1 })));
	const start = Float64Array.from(sums, (sum) => slope * sum + shift);
	const inBins = binned(data);
	const rows = Int32Array.from(members.keys());
	const margins = new Float64Array(members.length);
	for (let fold = 0; fold < FOLDS; fold += 1) {
		const picked = rows.filter((row) => members[row]!.fold !== fold);
		const trees = boost(inBins, labels, start, picked, seed + fold + 1);
		for (const row of rows)
			if (members[row]!.fold === fold) margins[row] = start[row]! + treeSum(trees, traitsIn(data, row));
	}
	return { look: { slope, shift, trees: boost(inBins, labels, start, rows, seed) }, margins };
}

function traitsOfAll(members: readonly ReadText[], byFold: readonly Weighing[]): Columns {
	const looker = new Looker(new Reader());
	const values = new Float32Array(TRAITS * members.length);
	for (const [row, { source, fold }] of members.entries()) {
		const traits = traitsOf(byFold[fold]!, looker.look(source.text));
		for (let c = 0; c < TRAITS; c += 1) values[c * members.length + row] = traits[c]!;
	}
	return { rows: members.length, columns: TRAITS, values };
}

const traitsIn = ({ rows, columns, values }: Columns, row: number): Float32Array =>
	Float32Array.from({ length: columns }, (_, c) => values[c * rows + row]!);
