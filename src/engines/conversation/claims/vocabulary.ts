// Every word of the claims, with where its stem and its pieces stand.
import { gramsOf } from './grams.ts';
import { stemOf } from './stem.ts';

/** Where a stem or piece stands: places of wordings, in rising order. `live` counts those not taken out. */
export interface Posting {
	readonly wordings: number[];
	live: number;
}

/** A word as it is compared. */
export interface Word {
	readonly stem: Posting;
	readonly pieces: readonly Posting[];
}

export interface Vocabulary {
	readonly words: Map<string, Word>;
	readonly stems: Map<string, Posting>;
	readonly pieces: Map<string, Posting>;
}

export const noWords = (): Vocabulary => ({ words: new Map(), stems: new Map(), pieces: new Map() });

/** A word of a claim: noted down when it is new. */
export function learnt({ words, stems, pieces }: Vocabulary, word: string): Word {
	const known = words.get(word);
	if (known) return known;
	const made = {
		stem: postingOf(stems, stemOf(word)),
		pieces: gramsOf(word).map((gram) => postingOf(pieces, gram)),
	};
	words.set(word, made);
	return made;
}

/** A word of a text to be matched. What no claim has stands nowhere, and is kept in `unheard` while the text is read. */
export function looked(vocabulary: Vocabulary, word: string, unheard: Vocabulary): Word {
	return (
		vocabulary.words.get(word) ?? {
			stem: vocabulary.stems.get(stemOf(word)) ?? postingOf(unheard.stems, stemOf(word)),
			pieces: gramsOf(word).map((gram) => vocabulary.pieces.get(gram) ?? postingOf(unheard.pieces, gram)),
		}
	);
}

function postingOf(postings: Map<string, Posting>, key: string): Posting {
	const known = postings.get(key);
	if (known) return known;
	const made = { wordings: [], live: 0 };
	postings.set(key, made);
	return made;
}

/** Notes that a stem or piece stands in a wording; false if that was noted before. */
export function noted(posting: Posting, place: number): boolean {
	if (posting.wordings.at(-1) === place) return false;
	posting.wordings.push(place);
	posting.live++;
	return true;
}
