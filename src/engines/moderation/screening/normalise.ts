// A text as the screening reads it: its words, and views of them that lead back to the original.
import type { Span, Units } from './fold.ts';
import { foldText } from './fold.ts';
import { wordsOf } from './split.ts';
import { outlinesOf, type Word } from './word.ts';

export type ViewName = 'plain' | 'collapsed' | 'skeleton';

/** One word per entry; entry i of each view comes from `spans[i]` of the original text. */
export interface Normalised {
	readonly units: Units;
	readonly words: readonly Word[];
	readonly views: Readonly<Record<ViewName, readonly string[]>>;
	readonly spans: readonly Span[];
}

/** Folds, splits and reads a text. Any string is accepted; the original is never changed. */
export function normalise(text: string): Normalised {
	const units = foldText(text);
	const words = wordsOf(units);
	return {
		units,
		words,
		get views() {
			return {
				plain: words.map((word) => word.plain),
				collapsed: words.map((word) => word.collapsed),
				skeleton: words.map((word) => outlinesOf(word)[0]?.consonants ?? ''),
			};
		},
		get spans() {
			return words.map(({ start, end }) => ({ start, end }));
		},
	};
}
