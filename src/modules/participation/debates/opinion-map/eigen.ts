// Eigenvectors of a small symmetric matrix, by Jacobi's rotations.

/**
 * Values from greatest to least, and vectors as columns in their order. `matrix` is size × size by row and is left as it is.
 * Source: Golub and Van Loan, Matrix Computations, section 8.5.
 */
export function symmetricEigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
	const a = matrix.slice();
	const v = new Float64Array(size * size);
	for (let i = 0; i < size; i++) v[i * size + i] = 1;
	for (let sweep = 0; sweep < 60; sweep++) {
		let off = 0;
		let all = 0;
		for (let i = 0; i < size; i++)
			for (let j = 0; j < size; j++) {
				const square = a[i * size + j]! ** 2;
				all += square;
				if (i !== j) off += square;
			}
		if (off <= 1e-30 * all) break;
		for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
	}
	const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => a[j * size + j]! - a[i * size + i]! || i - j);
	const vectors = new Float64Array(size * size);
	for (const [to, from] of order.entries()) for (let i = 0; i < size; i++) vectors[i * size + to] = v[i * size + from]!;
	return { values: Float64Array.from(order, (i) => a[i * size + i]!), vectors };
}

function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
	const apq = a[p * size + q]!;
	if (apq === 0) return;
	const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
	const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const c = 1 / Math.sqrt(t * t + 1);
	const s = t * c;
	const turn = (m: Float64Array, from: number, to: number) => {
		const [x, y] = [m[from]!, m[to]!];
		m[from] = c * x - s * y;
		m[to] = s * x + c * y;
	};
	for (let i = 0; i < size; i++) turn(a, i * size + p, i * size + q);
	for (let i = 0; i < size; i++) turn(a, p * size + i, q * size + i);
	for (let i = 0; i < size; i++) turn(v, i * size + p, i * size + q);
}
