// How well clusters are apart (P. Rousseeuw, Silhouettes, 1987).

/** Mean silhouette of points (x, y one after the other), from -1 to 1; a cluster of one point counts as 0. */
export function silhouette(xy: Float64Array, of: Int32Array): number {
	const clusters = of.reduce((most, cluster) => Math.max(most, cluster + 1), 0);
	const sizes = new Int32Array(clusters);
	for (const cluster of of) sizes[cluster] = sizes[cluster]! + 1;
	const sums = new Float64Array(clusters);
	let all = 0;
	for (let i = 0; i < of.length; i++) {
		const own = of[i]!;
		if (sizes[own]! < 2) continue;
		sums.fill(0);
		for (let j = 0; j < of.length; j++) {
			const [dx, dy] = [xy[2 * i]! - xy[2 * j]!, xy[2 * i + 1]! - xy[2 * j + 1]!];
			sums[of[j]!] = sums[of[j]!]! + Math.sqrt(dx * dx + dy * dy);
		}
		const inside = sums[own]! / (sizes[own]! - 1);
		let outside = Infinity;
		for (let c = 0; c < clusters; c++)
			if (c !== own && sizes[c]! > 0) outside = Math.min(outside, sums[c]! / sizes[c]!);
		const most = Math.max(inside, outside);
		if (most > 0 && outside < Infinity) all += (outside - inside) / most;
	}
	return of.length === 0 ? 0 : all / of.length;
}
