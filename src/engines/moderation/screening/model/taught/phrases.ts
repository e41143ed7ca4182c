// Phrases written for this project that teach a head what its training files leave out.

export interface Taught {
	/** To be looked at by a moderator. */
	readonly held: readonly string[];
	/** Fine. */
	readonly passed: readonly string[];
	/** How much a phrase counts, at most, of one text somebody wrote and somebody labelled. */
	readonly weight: number;
}

/** Phrases written one after the other, with commas between them. */
export const phrases = (list: string): string[] =>
	list
		.split(/[,\n]/)
		.map((phrase) => phrase.trim())
		.filter((phrase) => phrase !== '');
