// Trains the heads for spam: one beside harmless texts of everywhere, and one of the spam texts alone where they are of one language.
import { withPhrases } from './counts.ts';
import { finished, NO_FOLD, ownTexts, type Trained } from './heads.ts';
import { measuredOf } from './measured.ts';
import { type Head, type Measured, poolOfLang } from './model.ts';
import type { Learning } from './out-of-fold.ts';
import { type ReadText, rowsOf } from './rows.ts';
import { bothOf, NEAR } from './spam.ts';
import { sentencesWithNumbers, weightOfSentence } from './taught/numbers.ts';

const LEARNING = { cost: 0.3, rounds: 12, rarity: 1, held: 1, bits: 18 };
/**
 * Spam is told by its layout more than abuse is; beside texts of other sources layout tells the source too: 10000 euros are no spam.
 * What it is about (money, a number to call) tells it in languages whose spam was not seen: 8 of 24 advertisements in fr, es and ar were held without, 14 with.
 */
const ALONE = { layout: 0.4, categories: 0.2 };
const BESIDE = { layout: 0.05, categories: 0.3 };
/** What a harmless text of the other files counts: of another language than the spam, and of the same one. */
const OTHERS_WEIGHT = 0.3;
const NEAR_WEIGHT = 0.05;

const NUMBERS = 'sentences with numbers';
const WITH_NUMBERS = sentencesWithNumbers.map((text): ReadText => ({
	source: { text, label: 0, from: NUMBERS },
	fold: NO_FOLD,
	script: 'latn',
}));

export interface TrainedSpam {
	readonly spam: Head;
	readonly nearSpam: Head | null;
	readonly measured: readonly Measured[];
}

/** Heads from texts whose label 1 means spam and from the harmless ones among `others`. */
export function spamFrom(spam: readonly ReadText[], others: readonly ReadText[], seed: number): TrainedSpam {
	const pools = new Set(spam.map(({ source }) => poolOfLang(source.lang)));
	const beside = besideOthers(spam, others, pools, seed);
	const [pool = null] = pools;
	const alone = pool === null || pools.size > 1 ? null : aloneFrom(pool, spam, seed);
	const logits = alone === null ? beside.logits : beside.logits.map((logit, i) => bothOf(alone.logits[i]!, logit));
	return { spam: beside.head, nearSpam: alone?.head ?? null, measured: measuredOf('spam', beside.members, logits) };
}

function aloneFrom(pool: string, spam: readonly ReadText[], seed: number): Trained {
	const options = { ...LEARNING, seed, ...ALONE };
	return finished(
		`${NEAR}${pool}`,
		spam,
		spamRows(spam, () => 1, options),
		options,
	);
}

/** Harmless texts of the other files teach what is no spam: all of the same language, and of others half as many as the head's own. */
function besideOthers(
	spam: readonly ReadText[],
	others: readonly ReadText[],
	pools: ReadonlySet<string | null>,
	seed: number,
): Trained {
	const fine = others.filter(({ source }) => source.label === 0);
	const isNear = ({ source }: ReadText) => source.lang !== undefined && pools.has(poolOfLang(source.lang));
	const far = fine.filter((one) => !isNear(one));
	const step = Math.max(1, Math.floor((2 * far.length) / spam.length));
	const teaching = [...fine.filter(isNear), ...far.filter((_, i) => i % step === 0)];
	const all = [
		...spam,
		...teaching.map((one) => ({ ...one, fold: NO_FOLD })),
		...WITH_NUMBERS,
		...ownTexts('spam', true),
	];
	const weightOf = (one: ReadText) => {
		if (one.fold !== NO_FOLD) return 1;
		if (one.source.from === NUMBERS) return weightOfSentence(spam.length);
		return isNear(one) ? NEAR_WEIGHT : OTHERS_WEIGHT;
	};
	const options = { ...LEARNING, seed, ...BESIDE };
	const rows = spamRows(all, weightOf, options);
	return finished('spam', all, { ...rows, weights: withPhrases('spam', all, rows.weights) }, options);
}

const spamRows = (
	all: readonly ReadText[],
	weightOf: (one: ReadText) => number,
	{ bits, layout, categories }: Learning & typeof ALONE,
) =>
	rowsOf(
		all.map(({ source }) => source.text),
		all.map(({ source }) => source.label),
		all.map(weightOf),
		bits,
		{ layout, categories },
	);
