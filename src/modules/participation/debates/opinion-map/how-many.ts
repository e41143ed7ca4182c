// How many groups: the number that separates best, not changed at every wind.

export interface Choice {
	readonly k: number;
	/** A number that separated better at the last drawings, and at how many of them. */
	readonly rival: number | null;
	readonly wins: number;
}

/** Drawings in a row at which another number must be better before it is taken. */
const WINS = 4;

/** Without an earlier choice the greatest silhouette decides, the smaller number where two are alike. */
export function nextChoice(silhouettes: ReadonlyMap<number, number>, before?: Choice): Choice {
	let [k, most] = [1, -Infinity];
	for (const [number, value] of silhouettes) if (value > most) [k, most] = [number, value];
	if (!before || before.k === k || !silhouettes.has(before.k)) return { k, rival: null, wins: 0 };
	const wins = before.rival === k ? before.wins + 1 : 1;
	return wins >= WINS ? { k, rival: null, wins: 0 } : { k: before.k, rival: k, wins };
}
