// What a trained model is: plain data, the same in memory and, but for compression, on disk.
import type { Trees } from './boost.ts';

/** Scripts are calibrated apart: in the training data Latin letters are far more often insults. */
export type Script = 'arab' | 'latn';

/** From a raw sum to a score: 1 / (1 + exp(-slope · (sum - cut))), so that 0.5 is the decision point. */
export interface Curve {
	readonly slope: number;
	readonly cut: number;
	/** What a word of the list adds to the logit: how much more often texts with one were held than the letters said. */
	readonly listed: number;
}

/** Log-odds of a text: slope · sum + shift + what trees add. */
export interface SecondLook {
	readonly slope: number;
	readonly shift: number;
	readonly trees: Trees;
}

/** One linear model over hashed features; weight of bucket b is `weights[b >>> (19 - bits)] · step`. */
export interface Head {
	/** The languages' pool it judges (`maghreb`, `fr` …), `spam`, or `spam-` and a pool. */
	readonly name: string;
	readonly bits: number;
	readonly step: number;
	readonly bias: number;
	/** What each mark of layout (layout.ts) counts; the features of words share a length of one. */
	readonly layout: number;
	/** What all marks of categories (categories/) count together. */
	readonly categories: number;
	readonly weights: Int8Array;
	/** Where it is worth it: log-odds in place of the sum. */
	readonly look: SecondLook | null;
	readonly curves: Readonly<Record<Script, Curve>>;
}

/** Tells to which pool a text in Latin letters belongs; one row of weights a pool. */
export interface Guesser {
	readonly pools: readonly string[];
	readonly bits: number;
	readonly step: number;
	readonly biases: readonly number[];
	readonly weights: Int8Array;
}

/** How a model trained on a base adds to it: logit = base · b + own · o + shift, by script. */
export interface Blend {
	readonly base: number;
	readonly own: number;
	readonly shift: number;
}

export interface Model {
	readonly heads: readonly Head[];
	readonly spam: Head | null;
	/** Where the spam texts were of one pool: a head that learned from them alone (spam.ts). */
	readonly nearSpam: Head | null;
	/** Words often met (vocabulary.ts). */
	readonly vocabulary: Uint8Array;
	readonly guesser: Guesser | null;
	readonly base: Model | null;
	readonly blends: Readonly<Record<Script, Blend>> | null;
	readonly card: Card;
}

/** What was measured while training, out of fold: each text judged by a model that had not seen it or its near-duplicates. */
export interface Card {
	readonly texts: number;
	readonly held: number;
	readonly doubles: number;
	readonly seed: number;
	readonly files: readonly { readonly name: string; readonly texts: number; readonly held: number }[];
	readonly measured: readonly Measured[];
}

export interface Measured {
	/** A head, or one of the files it learned from. */
	readonly of: string;
	readonly script: Script | 'both';
	readonly texts: number;
	readonly held: number;
	readonly macroF1: number;
	readonly auc: number | null;
	/** Harmless texts held, as a share. */
	readonly falseHolds: number;
}

/** ISO 639-2 codes of languages that have a shorter one. */
const SHORT: Readonly<Record<string, string>> = { ara: 'ar', fra: 'fr', fre: 'fr', spa: 'es', eng: 'en' };

/** The pool a language belongs to: Arabic and its Maghrebi forms share one, since their consonants meet in one skeleton. */
export function poolOfLang(lang: string | undefined): string | null {
	const base = lang?.toLowerCase().split(/[-_]/u)[0];
	if (!base) return null;
	const code = SHORT[base] ?? base;
	return ['ar', 'ary', 'aeb', 'arq', 'arz', 'ayl', 'arb', 'zgh', 'kab'].includes(code) ? MAGHREB : code;
}

export const MAGHREB = 'maghreb';
