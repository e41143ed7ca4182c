// Sums of texts by models that have not seen them: what calibration, blending and the card stand on.
import { learn, sumOf } from './emphasis.ts';
import { FOLDS } from './rows.ts';
import type { Linear, Rows } from './solve.ts';

export interface Learning {
	readonly bits: number;
	readonly cost: number;
	readonly rounds: number;
	readonly seed: number;
	/** How far rare features are preferred (emphasis.ts). */
	readonly rarity: number;
	/** What a text to be held counts beside a harmless one, beyond the rows' own weights. */
	readonly held: number;
}

/** The sum of each row out of its fold (0 for rows in none: they only teach), the model of all rows, and those that have not seen a fold. */
export function crossLearn(
	rows: Rows,
	folds: readonly number[],
	options: Learning,
): { sums: Float64Array; linear: Linear; byFold: readonly Linear[] } {
	const sums = new Float64Array(folds.length);
	const weights = rows.weights.map((weight, row) => (rows.labels[row] === 1 ? weight * options.held : weight));
	const learning = { ...rows, weights };
	const everything = learn(learning, Int32Array.from(folds.keys()), options);
	const byFold: Linear[] = [];
	for (let fold = 0; fold < FOLDS; fold += 1) {
		const picked = Int32Array.from([...folds.keys()].filter((row) => folds[row] !== fold));
		const isEmpty = picked.length === folds.length;
		const linear = isEmpty ? everything : learn(learning, picked, { ...options, seed: options.seed + fold + 1 });
		byFold.push(linear);
		for (const [row, other] of folds.entries()) if (other === fold) sums[row] = sumOf(linear, rows, row);
	}
	return { sums, linear: everything, byFold };
}
