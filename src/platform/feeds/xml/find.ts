// Where a mark stands next in a text; answers are kept, so that asking again and again costs one pass over the text.

const marksKept = 300;

/** `next(mark, from)`: the place at or after `from`, Infinity when there is none. `from` should not go back far. */
export function finder(text: string): (mark: string, from: number) => number {
	const seen = new Map<string, { from: number; found: number }>();
	return (mark, from) => {
		const known = seen.get(mark);
		if (known && known.from <= from && known.found >= from) return known.found;
		// More marks than a feed can mean: an answer that is safe, not right.
		if (!known && seen.size >= marksKept) return Infinity;
		const at = text.indexOf(mark, from);
		const found = at < 0 ? Infinity : at;
		seen.set(mark, { from, found });
		return found;
	};
}
