// The covariance of statements, as something that multiplies; the table of votes is never filled up.
import type { Centred } from './centre.ts';

/** Multiplies a block of vectors (size × width, one after the other by row) by the covariance, without its divisor. */
export type Covariance = (block: Float64Array, width: number, into: Float64Array) => void;

/** The covariance from products of columns written out, size × size. */
export const fromProducts =
	(products: Float64Array, size: number): Covariance =>
	(block, width, into) => {
		into.fill(0);
		for (let a = 0; a < size; a++)
			for (let b = 0; b < size; b++) {
				const product = products[a * size + b]!;
				for (let w = 0; w < width; w++) into[a * width + w] = into[a * width + w]! + product * block[b * width + w]!;
			}
	};

/** The covariance from the cells, worked out anew each time: for more statements than can be written out. */
export const fromCells =
	({ rows, starts, columns, values }: Centred): Covariance =>
	(block, width, into) => {
		into.fill(0);
		const row = new Float64Array(width);
		for (let i = 0; i < rows; i++) {
			row.fill(0);
			const end = starts[i + 1]!;
			for (let at = starts[i]!; at < end; at++) {
				const value = values[at]!;
				const from = columns[at]! * width;
				for (let w = 0; w < width; w++) row[w] = row[w]! + value * block[from + w]!;
			}
			for (let at = starts[i]!; at < end; at++) {
				const value = values[at]!;
				const from = columns[at]! * width;
				for (let w = 0; w < width; w++) into[from + w] = into[from + w]! + value * row[w]!;
			}
		}
	};
