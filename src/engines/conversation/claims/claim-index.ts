// Claims ready to be matched. Grows and shrinks claim by claim; nothing is built anew.
import { learnt, noted, noWords, type Posting, type Vocabulary } from './vocabulary.ts';
import { tellingWords } from './words.ts';

/** A claim in circulation: one text, or the several wordings in which it goes round. */
export interface Claim {
	id: string;
	texts: readonly string[];
}

export interface Wording {
	readonly claim: string;
	readonly stems: readonly Posting[];
	readonly pieces: readonly Posting[];
	/** Words that say something. */
	readonly length: number;
	/** Length of the pieces as a vector, and the version of the index for which it was worked out. */
	size: { of: number; at: number };
}

export interface ClaimIndex {
	readonly wordings: Wording[];
	readonly vocabulary: Vocabulary;
	/** By wording, for quick reading: telling words, and the root of the number of pieces (0 for a wording taken out). */
	readonly lengths: number[];
	readonly roots: number[];
	readonly places: Map<string, number[]>;
	/** Wordings not taken out, and the words in them. */
	live: number;
	length: number;
	/** Goes up with every change. */
	version: number;
}

export const noClaims = (): ClaimIndex => ({
	wordings: [],
	vocabulary: noWords(),
	lengths: [],
	roots: [],
	places: new Map(),
	live: 0,
	length: 0,
	version: 0,
});

/** Adds a claim, or more wordings of a claim that is there. Takes time for its own words only. */
export function addClaim(index: ClaimIndex, { id, texts }: Claim): void {
	for (const text of texts) {
		const words = tellingWords(text).map((word) => learnt(index.vocabulary, word));
		if (words.length === 0) continue;
		const place = index.wordings.length;
		const stems = words.map(({ stem }) => stem).filter((stem) => noted(stem, place));
		const pieces: Posting[] = [];
		for (const word of words) for (const piece of word.pieces) if (noted(piece, place)) pieces.push(piece);
		index.wordings.push({
			claim: id,
			stems,
			pieces,
			length: words.length,
			size: { of: 0, at: -1 },
		});
		index.lengths.push(words.length);
		index.roots.push(Math.sqrt(pieces.length));
		index.places.set(id, [...(index.places.get(id) ?? []), place]);
		index.live++;
		index.length += words.length;
		index.version++;
	}
}

/** Takes a claim out, with all its wordings. */
export function removeClaim(index: ClaimIndex, id: string): void {
	for (const place of index.places.get(id) ?? []) {
		const wording = index.wordings[place]!;
		for (const posting of [...wording.stems, ...wording.pieces]) posting.live--;
		index.roots[place] = 0;
		index.live--;
		index.length -= wording.length;
		index.version++;
	}
	index.places.delete(id);
}
