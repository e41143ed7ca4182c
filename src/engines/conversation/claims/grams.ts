// Pieces of words: what misspelt, inflected and joined words still share.

/** All runs of three to five signs of a word between its edges (a space each), and its first sign after two spaces, as pg_trgm has it. */
export function gramsOf(word: string): string[] {
	const edged = ` ${word} `;
	const grams = [` ${edged.slice(0, 2)}`];
	for (let size = 3; size <= 5; size++)
		for (let from = 0; from + size <= edged.length; from++) grams.push(edged.slice(from, from + size));
	return grams;
}
