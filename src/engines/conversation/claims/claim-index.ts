// Claims ready to be matched. Grows and shrinks claim by claim; nothing is built anew.
import { denies } from './function-words.ts';
import { learnt, noted, noWords, type Posting, type Vocabulary, type Word } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** A claim in circulation: one text, or the several wordings in which it goes round. */
export interface Claim {
	id: string;
	texts: readonly string[];
}

interface Wording {
	readonly claim: string;
	readonly words: readonly Word[];
	readonly trigrams: Uint32Array;
	readonly denies: boolean;
}

/** How much the wordings hold, by wording, as weighed. */
interface Sizes {
	readonly stems: number[];
	readonly pieces: number[];
}

export interface ClaimIndex {
	readonly wordings: (Wording | null)[];
	readonly vocabulary: Vocabulary;
	readonly sizes: Sizes;
	readonly places: Map<string, number[]>;
	/** Wordings not taken out, and what they hold together. */
	live: number;
	stems: number;
	pieces: number;
}

export const noClaims = (): ClaimIndex => ({
	wordings: [],
	vocabulary: noWords(),
	sizes: { stems: [], pieces: [] },
	places: new Map(),
	live: 0,
	stems: 0,
	pieces: 0,
});

/** Adds a claim, or more wordings of a claim that is there. Takes time for its own words only. */
export function addClaim(index: ClaimIndex, { id, texts }: Claim): void {
	for (const text of texts) {
		const read = [...new Set(wordsOf(text))];
		const words = read.map((word) => learnt(index.vocabulary, word));
		if (words.length === 0) continue;
		const place = index.wordings.length;
		let [stems, pieces] = [0, 0];
		const trigrams: number[] = [];
		// Words that say most come first, so that what they share with the others counts for most.
		for (const { stem, pieces: own, says } of words.sort((a, b) => b.says - a.says)) {
			if (noted(stem, place)) stems += says;
			for (const piece of own) {
				if (!noted(piece, place)) continue;
				pieces += says;
				if (piece.trigram !== null) trigrams.push(piece.trigram);
			}
		}
		index.wordings.push({ claim: id, words, trigrams: Uint32Array.from(trigrams), denies: denies(read) });
		index.sizes.stems.push(stems);
		index.sizes.pieces.push(pieces);
		const places = index.places.get(id);
		if (places) places.push(place);
		else index.places.set(id, [place]);
		index.live++;
		index.stems += stems;
		index.pieces += pieces;
	}
}

/** Takes a claim out, with all its wordings. */
export function removeClaim(index: ClaimIndex, id: string): void {
	for (const place of index.places.get(id) ?? []) {
		const held = new Set<Posting>();
		for (const { stem, pieces } of index.wordings[place]?.words ?? []) {
			held.add(stem);
			for (const piece of pieces) held.add(piece);
		}
		for (const posting of held) posting.live--;
		index.wordings[place] = null;
		index.live--;
		index.stems -= index.sizes.stems[place]!;
		index.pieces -= index.sizes.pieces[place]!;
	}
	index.places.delete(id);
}
