// Pieces of words: what misspelt, inflected and joined words still share.

/** All runs of three to five signs of a word between its edges (a space each). */
export function gramsOf(word: string): string[] {
	const edged = ` ${word} `;
	const grams: string[] = [];
	for (let size = 3; size <= 5; size++)
		for (let from = 0; from + size <= edged.length; from++) grams.push(edged.slice(from, from + size));
	return grams;
}
