// k-means of weighted points in the plane (Lloyd; first centres by k-means++, Arthur and Vassilvitskii 2007).

export interface Points {
	/** x and y of each point, one after the other. */
	readonly xy: Float64Array;
	readonly weights: Float64Array;
}

export interface Clustering {
	readonly centres: Float64Array;
	/** The centre of each point. */
	readonly of: Int32Array;
	/** Weighted sum of squared distances to the centres. */
	readonly spread: number;
}

/** Clusters from the given centres on, until no point changes or rounds run out; a centre without points takes the point farthest from its own. */
export function settle(points: Points, start: Float64Array, mostRounds = 100): Clustering {
	const { xy, weights } = points;
	const k = start.length / 2;
	const centres = start.slice();
	const of = new Int32Array(weights.length).fill(-1);
	let spread = Infinity;
	for (let round = 0; round < mostRounds; round++) {
		let changed = 0;
		let farthest = 0;
		let far = -1;
		spread = 0;
		const sums = new Float64Array(3 * k);
		for (let i = 0; i < weights.length; i++) {
			const [x, y] = [xy[2 * i]!, xy[2 * i + 1]!];
			let best = 0;
			let least = Infinity;
			for (let c = 0; c < k; c++) {
				const [dx, dy] = [x - centres[2 * c]!, y - centres[2 * c + 1]!];
				const square = dx * dx + dy * dy;
				if (square < least) {
					least = square;
					best = c;
				}
			}
			if (of[i] !== best) changed++;
			of[i] = best;
			const weight = weights[i]!;
			spread += weight * least;
			if (least > far) {
				far = least;
				farthest = i;
			}
			sums[3 * best] = sums[3 * best]! + weight * x;
			sums[3 * best + 1] = sums[3 * best + 1]! + weight * y;
			sums[3 * best + 2] = sums[3 * best + 2]! + weight;
		}
		let empty = false;
		for (let c = 0; c < k; c++) {
			const weight = sums[3 * c + 2]!;
			if (weight === 0 && !empty && far > 0) empty = true;
			else if (weight === 0) continue;
			centres[2 * c] = weight > 0 ? sums[3 * c]! / weight : xy[2 * farthest]!;
			centres[2 * c + 1] = weight > 0 ? sums[3 * c + 1]! / weight : xy[2 * farthest + 1]!;
			if (weight === 0) far = 0;
		}
		if (changed === 0 && !empty) break;
	}
	return { centres, of, spread };
}

/** First centres far from each other, drawn by chance. */
export function firstCentres({ xy, weights }: Points, k: number, random: () => number): Float64Array {
	const n = weights.length;
	const centres = new Float64Array(2 * k);
	const nearest = new Float64Array(n).fill(1);
	const chances = new Float64Array(n);
	for (let c = 0; c < k; c++) {
		let all = 0;
		for (let i = 0; i < n; i++) all += chances[i] = nearest[i]! * weights[i]!;
		let left = random() * all;
		let chosen = 0;
		for (let i = 0; i < n; i++) {
			if (chances[i] === 0) continue;
			chosen = i;
			left -= chances[i]!;
			if (left < 0) break;
		}
		const [x, y] = [xy[2 * chosen]!, xy[2 * chosen + 1]!];
		centres[2 * c] = x;
		centres[2 * c + 1] = y;
		for (let i = 0; i < n; i++) {
			const square = (xy[2 * i]! - x) ** 2 + (xy[2 * i + 1]! - y) ** 2;
			nearest[i] = c === 0 ? square : Math.min(nearest[i]!, square);
		}
	}
	return centres;
}
