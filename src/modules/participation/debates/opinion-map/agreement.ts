// How far two groupings of the same things agree.

/** Adjusted Rand index (Hubert and Arabie 1985): 1 for the same grouping under any names, about 0 for chance. */
export function adjustedRand(one: readonly unknown[], other: readonly unknown[]): number {
	const pairs = (n: number) => (n * (n - 1)) / 2;
	const counts = (keys: readonly string[]) => {
		const sizes = new Map<string, number>();
		for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
		return [...sizes.values()].reduce((sum, size) => sum + pairs(size), 0);
	};
	const together = counts(one.map((key, i) => JSON.stringify([key, other[i]])));
	const [left, right, all] = [counts(one.map(String)), counts(other.map(String)), pairs(one.length)];
	const chance = all === 0 ? 0 : (left * right) / all;
	const most = (left + right) / 2;
	return most === chance ? 1 : (together - chance) / (most - chance);
}
