// The parts of the opinion map, each against its definition.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#platform/random.ts';
import { adjustedRand } from './agreement.ts';
import { centred } from './centre.ts';
import { leadingBlock } from './components.ts';
import { fromCells, fromProducts } from './covariance.ts';
import { symmetricEigen } from './eigen.ts';
import { nextChoice } from './how-many.ts';
import { matrixOf } from './matrix.ts';
import { sameNames } from './names.ts';
import { planted } from './planted.ts';
import { productsOf } from './products.ts';
import { project } from './project.ts';
import { voteReader } from './read-votes.ts';
import { zOfDifference, zOfShare } from './representative.ts';
import { silhouette } from './silhouette.ts';
import { castVote, noVotes } from './votes.ts';

test('eigenvectors of a small matrix rebuild it', () => {
	const entries = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 16, maxLength: 16 });
	fc.assert(
		fc.property(entries, (given) => {
			const matrix = Float64Array.from(given, (_, at) => (given[at]! + given[(at % 4) * 4 + (at >> 2)]!) / 2);
			const { values, vectors } = symmetricEigen(matrix, 4);
			for (let i = 0; i < 4; i++)
				for (let j = 0; j < 4; j++) {
					const sum = [0, 1, 2, 3].reduce((all, v) => all + vectors[i * 4 + v]! * values[v]! * vectors[j * 4 + v]!, 0);
					expect(sum).toBeCloseTo(matrix[i * 4 + j]!, 8);
				}
			expect([...values]).toEqual([...values].sort((a, b) => b - a));
		}),
	);
});

test('directions are the same whether products are written out or worked out from the cells', () => {
	const table = noVotes();
	for (const vote of planted({
		seed: 2,
		participants: 200,
		statements: 40,
		shares: [0.6, 0.4],
		filled: 0.3,
		noise: 0.2,
		passes: 0.1,
	}).votes)
		castVote(table, vote);
	const matrix = matrixOf(table);
	const centre = centred(matrix);
	const written = leadingBlock(fromProducts(productsOf(matrix, centre).products, 40), 40, seededRandom(1));
	const worked = leadingBlock(fromCells(centre), 40, seededRandom(2));
	for (const w of [0, 1]) {
		let along = 0;
		for (let j = 0; j < 40; j++) along += written.block[j * written.width + w]! * worked.block[j * worked.width + w]!;
		expect(Math.abs(along)).toBeCloseTo(1, 8);
	}
});

test('whoever saw a quarter of the statements is drawn out twice as far along the same votes', () => {
	const block = Float64Array.of(1, 0, 0, 1, 0, 0, 0, 0);
	const cells = { rows: 2, size: 4, starts: Int32Array.of(0, 1, 5), columns: Int32Array.of(0, 0, 1, 2, 3) };
	const values = Float64Array.of(0.5, 0.5, -1, 0.3, 0.3);
	expect([...project({ ...cells, values }, block, 2)]).toEqual([1, 0, 0.5, -1]);
});

test('the silhouette of two pairs far apart', () => {
	// Inside a pair 1; to the other pair (10 + 11) / 2 or (9 + 10) / 2: (9.5 / 10.5 + 8.5 / 9.5) / 2.
	const xy = Float64Array.of(0, 0, 1, 0, 10, 0, 11, 0);
	expect(silhouette(xy, Int32Array.of(0, 0, 1, 1))).toBeCloseTo((9.5 / 10.5 + 8.5 / 9.5) / 2, 12);
	expect(silhouette(xy, Int32Array.of(0, 1, 1, 1))).toBeLessThan(0.5);
});

test('tests of shares', () => {
	expect(zOfShare(3, 3)).toBe(2);
	expect(zOfDifference(3, 3, 0, 3)).toBeCloseTo(2.1909, 4);
	expect(zOfDifference(3, 3, 3, 3)).toBe(0);
});

describe('the adjusted Rand index', () => {
	test('by hand', () => {
		// Hubert and Arabie: pairs together in both 2, in the first 6, in the second 4, of 15.
		expect(adjustedRand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo((2 - 1.2) / ((6 + 3) / 2 - 1.2), 12);
	});
	test('is 1 under any names and 0 for one group against many', () => {
		expect(adjustedRand(['x', 'x', 'y'], [1, 1, 0])).toBe(1);
		expect(adjustedRand([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
	});
});

test('another number of groups is taken once it was better four times in a row', () => {
	const three = new Map([
		[2, 0.4],
		[3, 0.5],
	]);
	let choice = nextChoice(new Map([[2, 0.4]]));
	expect(choice.k).toBe(2);
	const seen: number[] = [];
	for (let n = 0; n < 4; n++) seen.push((choice = nextChoice(three, choice)).k);
	expect(seen).toEqual([2, 2, 2, 3]);
});

test('groups keep their numbers by their members, new ones take what is free', () => {
	const before = new Map([
		['a', 1],
		['b', 1],
		['c', 0],
	]);
	expect(sameNames(['a', 'b', 'c', 'd', 'e', 'f', 'g'], [0, 0, 1, 2, 2, 2, 2], 3, before)).toEqual([1, 0, 2]);
	expect(sameNames(['a', 'b', 'c'], [1, 0, 0], 2)).toEqual([0, 1]);
});

describe('reading votes', () => {
	const read = voteReader('\ufefftimestamp,datetime,comment-id,voter-id,vote');
	const line = (text: string) => (typeof read === 'string' ? read : read(text));

	test('a line as Polis writes it', () => {
		expect(line('1500000000,"Fri, 14 Jul 2017",12,7,-1\r')).toEqual({
			participant: '7',
			statement: '12',
			stance: -1,
			at: 1_500_000_000,
		});
		expect(line(' ')).toBeNull();
	});
	test.each([
		['1,x,12,7,2', '«2» is no vote: 1, -1 or 0.'],
		['1,x,12,7', '«» is no vote: 1, -1 or 0.'],
		['1,x,,7,1', 'it has no comment-id.'],
		['1,x,12,,1', 'it has no voter-id.'],
		['soon,x,12,7,1', 'its timestamp cannot be read.'],
	])('%s: %s', (text, said) => {
		expect(line(text)).toBe(said);
	});
	test('a header that lacks a column', () => {
		expect(voteReader('voter-id,vote')).toContain('«comment-id»');
	});
});
