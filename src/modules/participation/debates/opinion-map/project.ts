// Where participants stand on the map.
import type { Centred } from './centre.ts';

/**
 * A point (x, y) a participant: the cells along the first two directions, stretched by √(statements ÷ votes cast), so that
 * whoever saw few statements is not drawn to the middle for it (the sparsity-aware projection of Polis).
 */
export function project(
	{ rows, size, starts, columns, values }: Centred,
	block: Float64Array,
	width: number,
): Float64Array {
	const points = new Float64Array(rows * 2);
	for (let i = 0; i < rows; i++) {
		let [x, y] = [0, 0];
		for (let at = starts[i]!; at < starts[i + 1]!; at++) {
			x += values[at]! * block[columns[at]! * width]!;
			if (width > 1) y += values[at]! * block[columns[at]! * width + 1]!;
		}
		const stretch = Math.sqrt(size / Math.max(1, starts[i + 1]! - starts[i]!));
		points[2 * i] = x * stretch;
		points[2 * i + 1] = y * stretch;
	}
	return points;
}

/** Turns the first two directions so that they point as `like` (an earlier block) does, else so that their greatest part is positive. */
export function oriented(block: Float64Array, size: number, width: number, like?: Float64Array): Float64Array {
	const out = block.slice();
	for (let w = 0; w < width; w++) {
		let sign = 0;
		if (like?.length === out.length) for (let j = 0; j < size; j++) sign += like[j * width + w]! * out[j * width + w]!;
		else for (let j = 0; j < size; j++) if (Math.abs(out[j * width + w]!) > Math.abs(sign)) sign = out[j * width + w]!;
		if (sign < 0) for (let j = 0; j < size; j++) out[j * width + w] = -out[j * width + w]!;
	}
	return out;
}
