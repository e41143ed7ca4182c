// How like a text the wordings of the index are, by words and by pieces of words.
import { best } from './best.ts';
import type { ClaimIndex } from './claim-index.ts';
import { denies } from './function-words.ts';
import { looked, noWords, type Posting } from './vocabulary.ts';
import { wordsOf } from './words.ts';

export interface Likeness {
	claim: string;
	/** BM25 of the stems, as a share of what the text's words could give in a wording of average length. */
	words: number;
	/** The same of the pieces. */
	pieces: number;
	/** Trigrams that both have, of those that either has: from 0 to 1. */
	trigrams: number;
	/** The three together. */
	like: number;
	place: number;
}

/** Okapi BM25 (Robertson and Zaragoza 2009). A stem or piece counts once, however often it stands. */
const K1 = 1.2;
const B = 0.75;
const PART = { words: 0.4, pieces: 0.3, trigrams: 0.3 };
/** Wordings compared in full: the best by words and pieces. */
const COMPARED = 100;
/** Pieces in more wordings than this share say too little to be looked at. */
const COMMON = 0.2;

/** What a stem or piece weighs among so many wordings. */
export const rarity = (all: number, { live }: Posting): number => Math.log(1 + (all - live + 0.5) / (live + 0.5));
const pieceRarity = (all: number, piece: Posting): number =>
	piece.live > 10 && piece.live > COMMON * all ? 0 : rarity(all, piece);
const lengthFactor = (length: number, average: number): number =>
	(K1 + 1) / (1 + K1 * (1 - B + (B * length) / average));

/** A text as it is compared: what each of its stems and pieces weighs, and the sums. */
interface Weighed {
	readonly stems: Map<Posting, number>;
	readonly pieces: Map<Posting, number>;
	/** Stems that say something. */
	readonly telling: Set<Posting>;
	readonly denies: boolean;
	mostStems: number;
	mostPieces: number;
	readonly trigrams: number[];
}

/** What a text says, beside what is like it. */
export interface Heard {
	/** Its stems that say something. */
	readonly telling: ReadonlySet<Posting>;
	readonly denies: boolean;
}

/** The wordings most like a text, in no order, and what it says. */
export function likenesses(index: ClaimIndex, text: string): { heard: Heard; found: Likeness[] } {
	const asked = weigh(index, text);
	const count = index.wordings.length;
	const stems = summed(count, asked.stems);
	const pieces = summed(count, asked.pieces);
	const average = { stems: index.stems / index.live, pieces: index.pieces / index.live };
	const first = new Float64Array(count);
	for (let place = 0; place < count; place++) {
		if ((stems[place] === 0 && pieces[place] === 0) || index.wordings[place] === null) continue;
		stems[place] = (stems[place]! / asked.mostStems) * lengthFactor(index.sizes.stems[place]!, average.stems);
		pieces[place] = (pieces[place]! / asked.mostPieces) * lengthFactor(index.sizes.pieces[place]!, average.pieces);
		first[place] = PART.words * stems[place]! + PART.pieces * pieces[place]!;
	}
	const has = new Uint8Array(index.vocabulary.pieces.size);
	for (const trigram of asked.trigrams) has[trigram] = 1;
	const found = best(first, COMPARED).map((place): Likeness => {
		const { claim, trigrams } = index.wordings[place]!;
		let both = 0;
		for (const trigram of trigrams) both += has[trigram]!;
		const alike = both / (asked.trigrams.length + trigrams.length - both);
		return {
			claim,
			words: stems[place]!,
			pieces: pieces[place]!,
			trigrams: alike,
			like: first[place]! + PART.trigrams * alike,
			place,
		};
	});
	return { heard: asked, found };
}

/** For each wording the weights of those that stand in it. */
function summed(count: number, postings: ReadonlyMap<Posting, number>): Float64Array {
	const sums = new Float64Array(count);
	for (const [{ wordings }, weight] of postings)
		if (weight > 0) for (const place of wordings) sums[place] = sums[place]! + weight;
	return sums;
}

function weigh(index: ClaimIndex, text: string): Weighed {
	const read = [...new Set(wordsOf(text))];
	const weighed: Weighed = {
		stems: new Map(),
		pieces: new Map(),
		telling: new Set(),
		denies: denies(read),
		mostStems: 0,
		mostPieces: 0,
		trigrams: [],
	};
	const unheard = noWords();
	const words = read.map((word) => looked(index.vocabulary, word, unheard));
	for (const { stem, pieces, says } of words.sort((a, b) => b.says - a.says)) {
		if (says === 1) weighed.telling.add(stem);
		if (!weighed.stems.has(stem)) {
			const weight = says * rarity(index.live, stem);
			weighed.stems.set(stem, weight);
			weighed.mostStems += weight;
		}
		for (const piece of pieces) {
			if (weighed.pieces.has(piece)) continue;
			const weight = says * pieceRarity(index.live, piece);
			weighed.pieces.set(piece, weight);
			weighed.mostPieces += weight;
			if (piece.trigram !== null) weighed.trigrams.push(piece.trigram);
		}
	}
	return weighed;
}
