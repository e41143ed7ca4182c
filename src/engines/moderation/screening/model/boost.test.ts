// Trees: read by hand, learning what no sum can tell, the same twice, and kept with a model.
import { expect, it } from 'vitest';
import { seededRandom } from '#platform/random.ts';
import { binned, boost, treeSum } from './boost.ts';
import { areaUnder } from './calibrate.ts';
import { packModel, unpackModel } from './pack.ts';
import { Judge } from './score.ts';
import { TRAITS } from './traits.ts';
import { train } from './train.ts';

it('walks a tree as it is written: left when the value is at most the threshold', () => {
	// Column 0 at most 1? Then column 1 at most 5: leaves 10, 20; else column 1 at most 7: leaves 30, 40.
	const trees = { depth: 2, count: 1, numbers: Float32Array.of(0, 1, 1, 5, 1, 7, 10, 20, 30, 40) };
	expect(
		[
			[1, 5],
			[0, 6],
			[2, 7],
			[2, 8],
		].map((row) => treeSum(trees, row)),
	).toEqual([10, 20, 30, 40]);
});

it('learns that two columns count only together, and the same for the same seed', () => {
	const random = seededRandom(3);
	const rows = 3000;
	const values = Float32Array.from({ length: 6 * rows }, () => random());
	const labels = Array.from({ length: rows }, (_, r) => (values[r]! > 0.5 && values[rows + r]! > 0.5 ? 1 : 0));
	const data = binned({ rows, columns: 6, values });
	const learn = () =>
		boost(
			data,
			labels,
			new Float64Array(rows),
			Int32Array.from({ length: 2000 }, (_, r) => r),
			7,
		);
	const trees = learn();
	expect(learn().numbers).toEqual(trees.numbers);
	const unseen = Array.from({ length: 1000 }, (_, i) => i + 2000).map((r) => ({
		sum: treeSum(
			trees,
			Array.from({ length: 6 }, (__, c) => values[c * rows + r]!),
		),
		label: labels[r]!,
		weight: 1,
	}));
	expect(areaUnder(unseen)).toBeGreaterThan(0.9);
});

it('trees lie beside the weights of a model and come back with it', async () => {
	const texts = Array.from({ length: 80 }, (_, i) => ({
		text: `${'abcdefghij'[i % 10]}${'klmnopqrst'[i >> 3]}oue ${i % 2 === 1 ? 'glubbe' : 'vert'} ${i * 7919}`,
		label: (i % 2) as 0 | 1,
		from: 'made.jsonl',
	}));
	const model = train({ texts });
	expect(model.heads[0]!.look).toBeNull();
	const numbers = new Float32Array(22);
	// At the root: more than 100 words? Then two more.
	numbers.set([6, 100], 0);
	numbers.fill(2, 18);
	const look = { slope: 1, shift: 0.5, trees: { depth: 3, count: 1, numbers } };
	const changed = { ...model, heads: [{ ...model.heads[0]!, look }] };
	const files = packModel(changed);
	const again = await unpackModel((name) => Promise.resolve(files.get(name)!));
	expect(again.heads[0]!.look).toEqual(look);
	expect(new Judge(again).judge('une lampe').score).toBe(new Judge(changed).judge('une lampe').score);
	expect(TRAITS).toBeGreaterThan(100);
});
