// A text that says the same again and again.
import type { Span } from './fold.ts';
import type { Reading } from './model/reading.ts';

const FEWEST_WORDS = 30;
const FEWEST_DIFFERENT = 0.2;

/** The whole text when it has thirty words and a fifth of them different or fewer; null otherwise. */
export function findRepeats({ codes, from, to, words, starts, ends }: Reading): Span | null {
	if (words < FEWEST_WORDS) return null;
	const different = new Set<number>();
	for (let w = 0; w < words; w += 1) {
		let hash = 7;
		for (let i = from[w]!; i < to[w]!; i += 1) hash = Math.imul(hash ^ codes[i]!, 0x01000193);
		different.add(hash);
	}
	if (different.size / words > FEWEST_DIFFERENT) return null;
	return { start: starts[from[0]!]!, end: ends[to[words - 1]! - 1]! };
}
