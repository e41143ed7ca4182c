// The order of loading.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadOrder, type Reference } from './order.ts';

const refer = (from: string, to: string): Reference => ({ from, to, constraint: `${from}_${to}` });

test('tables come after those they refer to', () => {
	expect(loadOrder(['a', 'b', 'c'], [refer('a', 'b'), refer('b', 'c'), refer('c', 'c')])).toEqual({
		order: ['c', 'b', 'a'],
		late: [],
	});
});

test('a circle leaves one reference for the end', () => {
	const { order, late } = loadOrder(['a', 'b', 'c'], [refer('a', 'b'), refer('b', 'a'), refer('c', 'a')]);
	expect(order).toHaveLength(3);
	expect(late).toHaveLength(1);
});

test('whatever refers to whatever, every table comes once and every broken reference is told', () => {
	const table = fc.constantFrom('a', 'b', 'c', 'd', 'e');
	fc.assert(
		fc.property(fc.array(fc.tuple(table, table)), (pairs) => {
			const tables = ['a', 'b', 'c', 'd', 'e'];
			const references = pairs.map(([from, to]) => refer(from, to));
			const { order, late } = loadOrder(tables, references);
			expect(order.toSorted()).toEqual(tables);
			const broken = references.filter(({ from, to }) => from !== to && order.indexOf(from) < order.indexOf(to));
			expect(new Set(late)).toEqual(new Set(broken));
		}),
	);
});
