// What ours is measured against: the plain ways to find a claim, written as the papers and manuals have them.
import { best } from '../../../src/engines/conversation/claims/best.ts';
import { stemOf } from '../../../src/engines/conversation/claims/stem.ts';
import { searchWords } from '../../../src/platform/search.ts';

interface Ranked {
	claim: string;
	score: number;
}
export type Matcher = (text: string) => Ranked[];
/** Likeness of a text to each wording, by its place. */
type Scorer = (text: string) => Float64Array;

const LINK = /(?:https?:\/\/|www\.)\S+/giu;
const words = (text: string): string[] => searchWords(text.replace(LINK, ' '));

function counted(terms: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
	return counts;
}

/** Term to the places it stands in, with how often. */
function postingsOf(texts: readonly Map<string, number>[]): Map<string, [place: number, count: number][]> {
	const postings = new Map<string, [number, number][]>();
	for (const [place, counts] of texts.entries())
		for (const [term, count] of counts) {
			const known = postings.get(term);
			if (known) known.push([place, count]);
			else postings.set(term, [[place, count]]);
		}
	return postings;
}

/** Okapi BM25, k1 1.2, b 0.75, of lightly stemmed words. */
function bm25(texts: readonly string[]): Scorer {
	const terms = (text: string): string[] => words(text).map(stemOf);
	const lengths = texts.map((text) => terms(text).length);
	const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
	const postings = postingsOf(texts.map((text) => counted(terms(text))));
	return (text) => {
		const scores = new Float64Array(texts.length);
		for (const term of terms(text)) {
			const found = postings.get(term) ?? [];
			const rarity = Math.log(1 + (texts.length - found.length + 0.5) / (found.length + 0.5));
			for (const [place, count] of found)
				scores[place] =
					scores[place]! + (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * lengths[place]!) / average));
		}
		return scores;
	};
}

function runs(text: string): string[] {
	const grams: string[] = [];
	for (const word of words(text)) {
		const edged = ` ${word} `;
		for (let size = 3; size <= 5; size++)
			for (let from = 0; from + size <= Math.max(edged.length, size); from++)
				grams.push(edged.slice(from, from + size));
	}
	return grams;
}

/** Cosine of TF-IDF of runs of 3 to 5 signs within words, smoothed as scikit-learn has it. */
function cosine(texts: readonly string[], weight: (count: number) => number): Scorer {
	const counts = texts.map((text) => counted(runs(text)));
	const postings = postingsOf(counts);
	const rarity = (term: string): number => Math.log((1 + texts.length) / (1 + (postings.get(term)?.length ?? 0))) + 1;
	const lengthOf = (of: Map<string, number>): number =>
		Math.sqrt([...of].reduce((sum, [term, count]) => sum + (weight(count) * rarity(term)) ** 2, 0)) || 1;
	const lengths = counts.map(lengthOf);
	return (text) => {
		const scores = new Float64Array(texts.length);
		const own = counted(runs(text));
		const length = lengthOf(own);
		for (const [term, count] of own) {
			const both = (weight(count) * rarity(term) ** 2) / length;
			for (const [place, there] of postings.get(term) ?? [])
				scores[place] = scores[place]! + (both * weight(there)) / lengths[place]!;
		}
		return scores;
	};
}

/** Shared trigrams over all trigrams, two spaces before a word and one after (the formula of pg_trgm). */
function trigrams(texts: readonly string[]): Scorer {
	const terms = (text: string): Map<string, number> =>
		counted(
			words(text).flatMap((word) =>
				Array.from({ length: word.length + 1 }, (_, from) => `  ${word} `.slice(from, from + 3)),
			),
		);
	const own = texts.map(terms);
	const postings = postingsOf(own);
	return (text) => {
		const scores = new Float64Array(texts.length);
		const asked = terms(text);
		for (const term of asked.keys()) for (const [place] of postings.get(term) ?? []) scores[place] = scores[place]! + 1;
		for (const [place, shared] of scores.entries())
			if (shared > 0) scores[place] = shared / (own[place]!.size + asked.size - shared);
		return scores;
	};
}

/** The mean of two, each divided by its greatest. */
function fused(one: Scorer, other: Scorer): Scorer {
	return (text) => {
		const [a, b] = [one(text), other(text)];
		const [mostA, mostB] = [a, b].map((scores) => scores.reduce((most, score) => Math.max(most, score), 0) || 1);
		return a.map((score, place) => (score / mostA! + b[place]! / mostB!) / 2);
	};
}

const made: Readonly<Record<string, (texts: readonly string[]) => Scorer>> = {
	'BM25 of stems': bm25,
	'cosine of pieces': (texts) => cosine(texts, (count) => count),
	'cosine of pieces, frequency dampened': (texts) => cosine(texts, (count) => 1 + Math.log(count)),
	'BM25 and cosine': (texts) =>
		fused(
			bm25(texts),
			cosine(texts, (count) => count),
		),
	'shared trigrams': trigrams,
};

export const baselines = Object.keys(made);

/** The five claims nearest to a text by a baseline; the best wording of a claim counts. */
export function baseline(name: string, claims: readonly { id: string; texts: readonly string[] }[]): Matcher {
	const wordings = claims.flatMap(({ id, texts }) => texts.map((text) => ({ id, text })));
	const score = made[name]!(wordings.map(({ text }) => text));
	return (text) => {
		const scores = score(text);
		const found = new Map<string, number>();
		for (const place of best(scores, 40)) {
			const { id } = wordings[place]!;
			if (!found.has(id)) found.set(id, scores[place]!);
		}
		return [...found].slice(0, 5).map(([claim, value]) => ({ claim, score: value }));
	};
}
