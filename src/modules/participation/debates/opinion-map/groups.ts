// Groups of opinion: who stands near whom on the map, and how many groups there are.
import { type Clustering, firstCentres, type Points, settle } from './k-means.ts';
import { silhouette } from './silhouette.ts';

/** Points are first gathered into so many small clusters, so that the number of groups can be judged at any size. */
const BASE = 100;
const BASE_ROUNDS = 20;
const MOST_GROUPS = 5;
const STARTS = 10;
/** An earlier clustering is kept unless another is better by this share. */
const LOYALTY = 0.01;

export interface Grouping {
	/** The group of each point, from 0 to k - 1. */
	readonly of: Int32Array;
	/** How well each number of groups separates the points: silhouettes by k. */
	readonly silhouettes: ReadonlyMap<number, number>;
	readonly k: number;
	/** What the next grouping starts from. */
	readonly base: Float64Array;
	readonly centres: ReadonlyMap<number, Float64Array>;
}

/** Groups points (x, y one after the other). `choose` picks the number of groups from the silhouettes; `before` is an earlier grouping. */
export function groupsOf(
	xy: Float64Array,
	random: () => number,
	choose: (silhouettes: ReadonlyMap<number, number>) => number,
	before?: Grouping,
): Grouping {
	const points: Points = { xy, weights: new Float64Array(xy.length / 2).fill(1) };
	const base = baseOf(points, random, before?.base);
	const gathered = gather(points, base);
	const clusterings = new Map<number, Clustering>();
	const silhouettes = new Map<number, number>();
	const most = Math.min(MOST_GROUPS, 2 + Math.floor(gathered.weights.length / 12), gathered.weights.length);
	for (let k = 2; k <= most; k++) {
		const found = best(gathered, k, random, before?.centres.get(k));
		clusterings.set(k, found);
		silhouettes.set(k, silhouette(gathered.xy, found.of));
	}
	const k = silhouettes.size === 0 ? 1 : choose(silhouettes);
	const chosen = clusterings.get(k);
	return {
		of: base.of.map((small) => chosen?.of[small] ?? 0),
		silhouettes,
		k,
		base: base.centres,
		centres: new Map([...clusterings].map(([number, { centres }]) => [number, centres])),
	};
}

function baseOf(points: Points, random: () => number, before: Float64Array | undefined): Clustering {
	const start = drawn(points, random);
	return settle(points, before?.length === start.length ? before : start, BASE_ROUNDS);
}

/** Up to BASE different points, drawn by chance: where many stand, many are drawn. */
function drawn({ xy, weights }: Points, random: () => number): Float64Array {
	const order = Int32Array.from(weights, (_, i) => i);
	const found = new Map<string, [number, number]>();
	for (let i = 0; i < order.length && found.size < BASE; i++) {
		const other = i + Math.floor(random() * (order.length - i));
		const point = order[other]!;
		order[other] = order[i]!;
		const [x, y] = [xy[2 * point]!, xy[2 * point + 1]!];
		found.set(`${x} ${y}`, [x, y]);
	}
	return Float64Array.from([...found.values()].flat());
}

/** The small clusters as points, each as heavy as the points in it. */
function gather(points: Points, base: Clustering): Points {
	const weights = new Float64Array(base.centres.length / 2);
	for (let i = 0; i < base.of.length; i++) weights[base.of[i]!] = weights[base.of[i]!]! + points.weights[i]!;
	return { xy: base.centres, weights };
}

/** The closest of several clusterings from chance; the earlier one, settled anew, wins where it is hardly worse. */
function best(points: Points, k: number, random: () => number, before: Float64Array | undefined): Clustering {
	const fresh = Array.from({ length: STARTS }, () => settle(points, firstCentres(points, k, random))).reduce(
		(one, other) => (other.spread < one.spread ? other : one),
	);
	const kept = before && settle(points, before);
	return kept && kept.spread * (1 - LOYALTY) <= fresh.spread ? kept : fresh;
}
