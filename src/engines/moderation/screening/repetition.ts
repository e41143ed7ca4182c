// Near-duplicates: the share of four-letter sequences two texts have in common (Jaccard). Pure.
import type { Normalised } from './normalise.ts';

/** Texts with fewer different sequences say too little to be compared: "Bravo à tous" may be said by many. */
const FEWEST_GRAMS = 12;

/** The different runs of four letters of a text, disguises undone, everything else left out. */
export function gramsOf(text: Normalised): Set<string> {
	const letters = text.words
		.filter((word) => word.kind === 'written')
		.map((word) => word.readings.find((reading) => reading.length === word.plain.length) ?? word.collapsed)
		.join('');
	const grams = new Set<string>();
	for (let i = 0; i + 4 <= letters.length; i += 1) grams.add(letters.slice(i, i + 4));
	return grams;
}

/** 0 to 1; 0 when either text is too short to tell. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	if (small.size < FEWEST_GRAMS) return 0;
	let common = 0;
	for (const gram of small) if (large.has(gram)) common += 1;
	return common / (small.size + large.size - common);
}
