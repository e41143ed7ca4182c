// The opinion on a text that stands alone: rules, watched words and a model together give one score.
import { findLinks } from './links.ts';
import { findWords, type FoundWord } from './find-words.ts';
import { foldText, type Span } from './fold.ts';
import { lexiconOf, type WordEntry } from './lexicon.ts';
import type { Judge } from './model/score.ts';
import { normalise } from './normalise.ts';
import { isQuiet } from './quiet.ts';
import { findRepeats } from './repeats.ts';
import { rulesIn } from './rules/rules.ts';

/** Why: a rule that fired or a feature (a word as folded) that weighed, its place in the original and its weight. */
export interface Assessed {
	readonly rule?: string;
	readonly feature?: string;
	readonly span: Span;
	readonly weight: number;
}

export interface Assessment {
	/** 0 to 1; held from 0.5. */
	readonly score: number;
	readonly outcome: 'pass' | 'hold';
	readonly because: readonly Assessed[];
}

/** More links than these, in a text of its own, are an advertisement. */
const MOST_LINKS = 2;
/** What each link must have: a dot with something behind it, or two strokes. */
const OF_LINK = /[.．](?=[^\s.])|[/／]{2}/gu;
/** Repetition is pointed out and does not hold a text alone: in the training files it is joy four times out of five. */
const WEIGHT = { links: 0.6, repeats: 0.45 };

type Words = readonly WordEntry[];
const isMore = (found: readonly FoundWord[]): boolean => found.some(({ entry }) => entry.mild !== true);

/** The listed words of a text; most texts have none, which is seen without reading them closely. */
function listedIn(text: string, words: Words): readonly FoundWord[] {
	const lexicon = lexiconOf(words);
	return words.length === 0 || isQuiet(text, lexicon) ? [] : findWords(normalise(text), lexicon);
}

/** Whether a word of the list stands in a text, and not as an exclamation only. */
export const isListed = (text: string, words: Words): boolean => isMore(listedIn(text, words));

/** Any string. The score is the model's, to which a listed word adds what training learned, or that of the surest rule if it is higher. */
export function assess(text: string, judge: Judge, words: Words, lang?: string): Assessment {
	const found = listedIn(text, words);
	const opinion = judge.judge(text, lang, isMore(found));
	const because: Assessed[] = [];
	for (const { rule, span, weight } of rulesIn(judge.reading)) because.push({ rule, span, weight });
	if ((text.match(OF_LINK)?.length ?? 0) > MOST_LINKS) {
		const links = findLinks(foldText(text));
		if (links.length > MOST_LINKS)
			for (const { start, end } of links) because.push({ rule: 'links', span: { start, end }, weight: WEIGHT.links });
	}
	const repeats = findRepeats(judge.reading);
	if (repeats !== null) because.push({ rule: 'repetition', span: repeats, weight: WEIGHT.repeats });
	// Rounded before it is compared, so that the score that is shown and the outcome never disagree.
	const ofModel = Math.round(opinion.score * 10_000) / 10_000;
	const score = because.reduce((most, { weight }) => Math.max(most, weight), ofModel);
	const added = Math.round(opinion.added * 1000) / 1000;
	for (const { span, entry } of found) because.push({ rule: 'word', span, weight: entry.mild === true ? 0 : added });
	if (ofModel >= 0.5)
		for (const one of judge.because()) because.push({ feature: one.feature, span: one.span, weight: one.weight });
	return { score, outcome: score >= 0.5 ? 'hold' : 'pass', because };
}
