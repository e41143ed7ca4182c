// Every word of the claims, with where its stem and its pieces stand.
import { isFunctionWord } from './function-words.ts';
import { gramsOf } from './grams.ts';
import { stemOf, withoutClitic } from './stem.ts';

/** Where a stem or piece stands: places of wordings, in rising order. `live` counts those not taken out. */
export interface Posting {
	readonly wordings: number[];
	/** The number of a piece of three signs of the claims; null for other pieces and stems. */
	readonly trigram: number | null;
	live: number;
}

/** A word as it is compared. */
export interface Word {
	readonly stem: Posting;
	readonly pieces: readonly Posting[];
	/** How much it says: words that say nothing of the matter count for less. */
	readonly says: number;
}

export interface Vocabulary {
	readonly words: Map<string, Word>;
	readonly stems: Map<string, Posting>;
	readonly pieces: Map<string, Posting>;
}

export const noWords = (): Vocabulary => ({ words: new Map(), stems: new Map(), pieces: new Map() });

/** A trigram that no claim has. */
const UNHEARD = -1;
const LITTLE = 0.7;
const says = (word: string): number => (isFunctionWord(word) ? LITTLE : 1);

/** A word of a claim: noted down when it is new. */
export function learnt({ words, stems, pieces }: Vocabulary, word: string): Word {
	const known = words.get(word);
	if (known) return known;
	const made = {
		stem: postingOf(stems, stemOf(word), null),
		pieces: gramsOf(word).map((gram) => postingOf(pieces, gram, gram.length === 3 ? pieces.size : null)),
		says: says(word),
	};
	words.set(word, made);
	return made;
}

/**
 * A word of a text to be matched. What no claim has stands nowhere, and is kept in `unheard` while the text is read;
 * under a joined particle a stem of the claims is recognised.
 */
export function looked(vocabulary: Vocabulary, word: string, unheard: Vocabulary): Word {
	const stem = stemOf(word);
	return {
		stem:
			living(vocabulary.stems.get(stem)) ??
			living(vocabulary.stems.get(stemOf(withoutClitic(word)))) ??
			postingOf(unheard.stems, stem, null),
		pieces:
			vocabulary.words.get(word)?.pieces ??
			gramsOf(word).map(
				(gram) => vocabulary.pieces.get(gram) ?? postingOf(unheard.pieces, gram, gram.length === 3 ? UNHEARD : null),
			),
		says: says(word),
	};
}

const living = (posting: Posting | undefined): Posting | undefined =>
	posting !== undefined && posting.live > 0 ? posting : undefined;

function postingOf(postings: Map<string, Posting>, key: string, trigram: number | null): Posting {
	const known = postings.get(key);
	if (known) return known;
	const made = { wordings: [], trigram, live: 0 };
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
