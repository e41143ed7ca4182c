// Numbers by which groups go: the greatest first, and the same from one drawing to the next.

/**
 * The number of each cluster, 0 to k - 1. Clusters take the number of the earlier group with which they share most members;
 * without one, numbers go by size, then by the first member.
 */
export function sameNames(
	ids: readonly string[],
	of: ArrayLike<number>,
	k: number,
	before: ReadonlyMap<string, number> = new Map(),
): number[] {
	const sizes = Array.from({ length: k }, () => 0);
	const shared = Array.from({ length: k }, () => Array.from({ length: k }, () => 0));
	for (const [at, id] of ids.entries()) {
		const cluster = of[at]!;
		sizes[cluster]!++;
		const earlier = before.get(id);
		if (earlier !== undefined && earlier < k) shared[cluster]![earlier]!++;
	}
	const bySize = sizes.map((_, cluster) => cluster).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
	const names = Array.from({ length: k }, () => -1);
	const pairs = bySize
		.flatMap((cluster) => shared[cluster]!.map((count, name) => ({ cluster, name, count })))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count);
	for (const { cluster, name } of pairs) if (names[cluster] === -1 && !names.includes(name)) names[cluster] = name;
	for (const cluster of bySize)
		if (names[cluster] === -1) names[cluster] = names.findIndex((_, name) => !names.includes(name));
	return names;
}
