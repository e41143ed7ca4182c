// The directions in which opinions differ most: leading eigenvectors of the covariance, by subspace iteration.
import type { Covariance } from './covariance.ts';
import { symmetricEigen } from './eigen.ts';

/** Vectors kept while iterating; two are wanted, the others make them settle sooner. */
const WIDTH = 6;
const MOST_ROUNDS = 300;
const SETTLED = 1e-8;

/**
 * An orthonormal block of `min(WIDTH, size)` vectors (size × width), best direction first. Starts from `start` (a block of the
 * same shape, of an earlier map), else from `random`. Source: Y. Saad, Numerical Methods for Large Eigenvalue Problems, ch. 5.
 */
export function leadingBlock(
	covariance: Covariance,
	size: number,
	random: () => number,
	start?: Float64Array,
): { block: Float64Array; width: number; rounds: number } {
	const width = Math.min(WIDTH, size);
	let block: Float64Array = new Float64Array(size * width);
	for (let at = 0; at < block.length; at++) block[at] = random() - 0.5;
	if (start?.length === block.length)
		for (let at = 0; at < block.length; at++) block[at] = start[at]! + block[at]! * 1e-6;
	orthonormalise(block, size, width);
	let image: Float64Array = new Float64Array(block.length);
	for (let round = 1; ; round++) {
		covariance(block, width, image);
		const { values, vectors } = symmetricEigen(product(block, image, size, width), width);
		const turned = times(block, vectors, size, width);
		image = times(image, vectors, size, width);
		const settled = residual(turned, image, values, size, width) <= SETTLED * (values[0] ?? 0);
		if (settled || round === MOST_ROUNDS || !((values[0] ?? 0) > 0)) return { block: turned, width, rounds: round };
		block = image;
		orthonormalise(block, size, width);
		image = new Float64Array(block.length);
	}
}

/** How far the first two vectors are from being eigenvectors. */
function residual(block: Float64Array, image: Float64Array, values: Float64Array, size: number, width: number): number {
	let most = 0;
	for (let w = 0; w < Math.min(2, width); w++) {
		let sum = 0;
		for (let j = 0; j < size; j++) sum += (image[j * width + w]! - values[w]! * block[j * width + w]!) ** 2;
		most = Math.max(most, Math.sqrt(sum));
	}
	return most;
}

/** Gram-Schmidt, twice over, by column; a column that is spent becomes the first axis that is free. */
function orthonormalise(block: Float64Array, size: number, width: number): void {
	let axis = 0;
	for (let w = 0; w < width; w++) {
		let length = cleared(block, size, width, w);
		while (!(length > 1e-12) && axis < size) {
			for (let j = 0; j < size; j++) block[j * width + w] = j === axis ? 1 : 0;
			axis++;
			length = cleared(block, size, width, w);
		}
		for (let j = 0; j < size; j++) block[j * width + w] = block[j * width + w]! / (length || 1);
	}
}

/** Takes out of column w what lies along the columns before it; its share that is left, then its length. */
function cleared(block: Float64Array, size: number, width: number, w: number): number {
	const before = lengthOf(block, size, width, w);
	if (before === 0) return 0;
	for (let j = 0; j < size; j++) block[j * width + w] = block[j * width + w]! / before;
	for (let pass = 0; pass < 2; pass++)
		for (let v = 0; v < w; v++) {
			let along = 0;
			for (let j = 0; j < size; j++) along += block[j * width + v]! * block[j * width + w]!;
			for (let j = 0; j < size; j++) block[j * width + w] = block[j * width + w]! - along * block[j * width + v]!;
		}
	return lengthOf(block, size, width, w);
}

function lengthOf(block: Float64Array, size: number, width: number, w: number): number {
	let sum = 0;
	for (let j = 0; j < size; j++) sum += block[j * width + w]! ** 2;
	return Math.sqrt(sum);
}

/** aᵀ b, width × width, made symmetric. */
function product(a: Float64Array, b: Float64Array, size: number, width: number): Float64Array {
	const out = new Float64Array(width * width);
	for (let j = 0; j < size; j++)
		for (let v = 0; v < width; v++)
			for (let w = 0; w < width; w++)
				out[v * width + w] =
					out[v * width + w]! + (a[j * width + v]! * b[j * width + w]! + a[j * width + w]! * b[j * width + v]!) / 2;
	return out;
}

function times(a: Float64Array, turn: Float64Array, size: number, width: number): Float64Array {
	const out = new Float64Array(a.length);
	for (let j = 0; j < size; j++)
		for (let v = 0; v < width; v++) {
			const value = a[j * width + v]!;
			for (let w = 0; w < width; w++) out[j * width + w] = out[j * width + w]! + value * turn[v * width + w]!;
		}
	return out;
}
