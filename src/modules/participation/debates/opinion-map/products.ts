// Products of the columns of the centred matrix, renewed only where votes have changed.
import type { Centred } from './centre.ts';
import { byId, type Matrix } from './matrix.ts';

/** Statements up to which all products are written out (2 MB). */
export const MOST_WRITTEN = 512;

/** What was multiplied, and the products of columns a and b at a × size + b. */
export interface Products {
	readonly matrix: Matrix;
	readonly products: Float64Array;
}

/** The products of `matrix`, to the bit the same whether those of an earlier matrix are at hand or not. */
export function productsOf(matrix: Matrix, centred: Centred, before?: Products | null): Products {
	const size = matrix.statements.length;
	const changed = before && changedColumns(before.matrix, matrix);
	if (!before || !changed || changed.size * 4 > size) return { matrix, products: allProducts(centred) };
	const products = before.products.slice();
	for (const column of changed) products.fill(0, column * size, (column + 1) * size);
	const { rows, starts, columns, values } = centred;
	for (let i = 0; i < rows; i++)
		for (let a = starts[i]!; a < starts[i + 1]!; a++) {
			if (!changed.has(columns[a]!)) continue;
			const from = columns[a]! * size;
			for (let b = starts[i]!; b < starts[i + 1]!; b++) {
				const to = from + columns[b]!;
				products[to] = products[to]! + values[a]! * values[b]!;
			}
		}
	for (const a of changed) for (let b = 0; b < size; b++) products[b * size + a] = products[a * size + b]!;
	return { matrix, products };
}

function allProducts({ rows, size, starts, columns, values }: Centred): Float64Array {
	const products = new Float64Array(size * size);
	for (let i = 0; i < rows; i++) {
		const end = starts[i + 1]!;
		for (let a = starts[i]!; a < end; a++) {
			const value = values[a]!;
			const from = columns[a]! * size;
			for (let b = a; b < end; b++) {
				const to = from + columns[b]!;
				products[to] = products[to]! + value * values[b]!;
			}
		}
	}
	for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) products[a * size + b] = products[b * size + a]!;
	return products;
}

/** Columns with a vote that is not the same in both; null when the statements are not the same. */
function changedColumns(one: Matrix, other: Matrix): Set<number> | null {
	if (one.statements.length !== other.statements.length) return null;
	if (one.statements.some((id, rank) => id !== other.statements[rank])) return null;
	const changed = new Set<number>();
	const [rows, otherRows] = [one.participants.length, other.participants.length];
	for (let i = 0, j = 0; i < rows || j < otherRows;) {
		const order = i === rows ? 1 : j === otherRows ? -1 : byId(one.participants[i]!, other.participants[j]!);
		compareCells(one, order <= 0 ? i++ : null, other, order >= 0 ? j++ : null, changed);
	}
	return changed;
}

/** Adds to `changed` the columns in which row i of one matrix and row j of the other differ; null is a row without votes. */
function compareCells(one: Matrix, i: number | null, other: Matrix, j: number | null, changed: Set<number>): void {
	const [end, otherEnd] = [i === null ? 0 : one.starts[i + 1]!, j === null ? 0 : other.starts[j + 1]!];
	let a = i === null ? 0 : one.starts[i]!;
	let b = j === null ? 0 : other.starts[j]!;
	while (a < end || b < otherEnd) {
		const left = a < end ? one.columns[a]! : Infinity;
		const right = b < otherEnd ? other.columns[b]! : Infinity;
		if (left !== right || one.stances[a] !== other.stances[b]) changed.add(Math.min(left, right));
		if (left <= right) a++;
		if (right <= left) b++;
	}
}
