// How like a text the wordings of the index are, by words and by pieces of words.
import type { ClaimIndex, Wording } from './claim-index.ts';
import { best } from './best.ts';
import { looked, noWords, type Posting } from './vocabulary.ts';
import { tellingWords } from './words.ts';

/** Each from 0 to 1. */
export interface Likeness {
	claim: string;
	/** BM25 of the stems, as a share of what a wording of average length with all of them would have. */
	words: number;
	/** Cosine of the pieces, weighted by how rare they are. */
	pieces: number;
	/** Share of the wording's weight in stems that the text has. */
	covered: number;
	/** How many stems both have. */
	shared: number;
}

/** Okapi BM25 (Robertson and Zaragoza 2009), set for short texts. */
const K1 = 1.2;
const B = 0.6;
/** Wordings compared in full: the best at a first look. */
const COMPARED = 40;
/** What a piece weighs, about; for the first look. */
const TYPICAL = 5;

/** Pieces in more wordings than this share say too little to be looked at. */
const COMMON = 0.2;

const rarity = (all: number, { live }: Posting): number => Math.log(1 + (all - live + 0.5) / (live + 0.5));
const pieceRarity = (all: number, { live }: Posting): number =>
	live > 10 && live > COMMON * all ? 0 : Math.log(1 + all / Math.max(1, live));

/** A text as it is compared: what each of its stems and pieces weighs. */
interface Weighed {
	readonly stems: ReadonlyMap<Posting, number>;
	readonly pieces: ReadonlyMap<Posting, number>;
	/** Sum over stems, and length of the pieces as a vector. */
	readonly most: number;
	readonly length: number;
}

/** The likeness of the most promising wordings, in no order, and how many different stems the text has. */
export function likenesses(index: ClaimIndex, text: string): { asked: number; found: Likeness[] } {
	const weighed = weigh(index, text);
	const words = wordScores(index, weighed);
	const pieces = pieceScores(index, weighed);
	const first = new Float64Array(words.length);
	for (let place = 0; place < first.length; place++) {
		const root = index.roots[place]!;
		if (root > 0) first[place] = words[place]! + pieces[place]! / root / TYPICAL;
	}
	const found = best(first, COMPARED).map((place): Likeness => {
		const wording = index.wordings[place]!;
		return {
			claim: wording.claim,
			words: Math.min(1, words[place]!),
			pieces: Math.min(1, pieces[place]! / (sizeOf(index, wording) || 1)),
			...coveredBy(index, wording, weighed),
		};
	});
	return { asked: weighed.stems.size, found };
}

function weigh(index: ClaimIndex, text: string): Weighed {
	const stems = new Map<Posting, number>();
	const pieces = new Map<Posting, number>();
	const unheard = noWords();
	let [most, squares] = [0, 0];
	for (const word of tellingWords(text)) {
		const { stem, pieces: own } = looked(index.vocabulary, word, unheard);
		if (!stems.has(stem)) {
			const weight = rarity(index.live, stem);
			stems.set(stem, weight);
			most += weight;
		}
		for (const piece of own) {
			if (pieces.has(piece)) continue;
			const weight = pieceRarity(index.live, piece);
			pieces.set(piece, weight);
			squares += weight * weight;
		}
	}
	return { stems, pieces, most, length: Math.sqrt(squares) };
}

/** BM25 of each wording, as a share of the most that the text's words can give. */
function wordScores(index: ClaimIndex, { stems, most }: Weighed): Float64Array {
	const scores = new Float64Array(index.wordings.length);
	const average = index.length / Math.max(1, index.live);
	for (const [{ wordings }, weight] of stems)
		for (const place of wordings) {
			const size = K1 * (1 - B + (B * index.lengths[place]!) / average);
			scores[place] = scores[place]! + (weight * (K1 + 1)) / (1 + size) / most;
		}
	return scores;
}

/** Product of each wording's pieces with those of the text, over the length of the text's. */
function pieceScores(index: ClaimIndex, { pieces, length }: Weighed): Float64Array {
	const scores = new Float64Array(index.wordings.length);
	for (const [{ wordings }, weight] of pieces) {
		if (weight === 0) continue;
		const both = (weight * weight) / length;
		for (const place of wordings) scores[place] = scores[place]! + both;
	}
	return scores;
}

/** Length of a wording's pieces as a vector; worked out again when claims have come or gone. */
function sizeOf(index: ClaimIndex, wording: Wording): number {
	if (wording.size.at === index.version) return wording.size.of;
	let squares = 0;
	for (const piece of wording.pieces) squares += pieceRarity(index.live, piece) ** 2;
	wording.size = { of: Math.sqrt(squares), at: index.version };
	return wording.size.of;
}

function coveredBy(index: ClaimIndex, wording: Wording, { stems }: Weighed): { covered: number; shared: number } {
	let [covered, all, shared] = [0, 0, 0];
	for (const posting of wording.stems) {
		const weight = rarity(index.live, posting);
		all += weight;
		if (!stems.has(posting)) continue;
		covered += weight;
		shared++;
	}
	return { covered: covered / all, shared };
}
