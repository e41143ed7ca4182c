// One head: its texts, its weights and its calibration out of fold.
import { between, curveFor, type Judged } from './calibrate.ts';
import { PHRASES, SENTENCES, weightsOf, withPhrases } from './counts.ts';
import { addedBy } from './listed.ts';
import { measuredOf } from './measured.ts';
import { type Curve, type Head, MAGHREB, type Measured, poolOfLang, type Script } from './model.ts';
import { neutralSentences } from './neutral.ts';
import { crossLearn, type Learning } from './out-of-fold.ts';
import { quantised } from './quantise.ts';
import { type Beside, LISTED_VALUE, type ReadText, rowsOf } from './rows.ts';
import { listedBucket, type Rows } from './solve.ts';
import { NOTHING, taughtTo } from './taught/index.ts';

/** A text to be held counts less than a harmless one: missed insults are many and unlike, plain talk is learned from its mass. */
const OPTIONS = { cost: 0.25, rounds: 12, rarity: 1, held: 0.6 };
/** Few texts say little about rare features: less is made of them, and the weights are drawn closer to 0. */
const FEW = 6000;
const FEW_OPTIONS = { cost: 0.2, rounds: 12, rarity: 0.3, held: 1 };
/** What layout counts where few texts of one file teach; between files it tells the file and nothing else. */
const FEW_LAYOUT = 0.15;
/** What the categories of words count together: less between files, of which each talks about its own things, and where texts are few. */
const CATEGORIES = { many: { oneFile: 0.3, several: 0.25 }, few: { oneFile: 0.25, several: 0.1 } };
const BITS: Readonly<Record<string, number>> = { [MAGHREB]: 19 };
/** This many texts of a script weigh as much as those of the other one in its calibration. */
const HALF_KNOWN = 60;

export interface Trained {
	readonly head: Head;
	readonly members: readonly ReadText[];
	/** Calibrated logits out of fold. */
	readonly logits: Float64Array;
	readonly listed: readonly boolean[];
	readonly measured: Measured[];
}

/** What is harmless among spam texts is harmless for a head of its language too. */
export const harmless = (spam: readonly ReadText[], pool: string): ReadText[] =>
	spam.filter(({ source }) => source.label === 0 && poolOfLang(source.lang) === pool);

/** Texts of ours that teach and are not judged: in no fold. What a base was taught it knows. */
export function ownTexts(head: string, phrases: boolean): ReadText[] {
	const { held, passed } = phrases ? taughtTo(head) : NOTHING;
	const own = (text: string, label: 0 | 1, from: string): ReadText => ({
		source: { text, label, from },
		fold: NO_FOLD,
		script: 'latn',
	});
	return [
		...neutralSentences(head).map((text) => own(text, 0, SENTENCES)),
		...held.map((text) => own(text, 1, PHRASES)),
		...passed.map((text) => own(text, 0, PHRASES)),
	];
}

export const NO_FOLD = -1;

export function headFrom(
	name: string,
	members: readonly ReadText[],
	extra: readonly ReadText[],
	seed: number,
	isListed: (text: string) => boolean,
): Trained {
	const all = [...members, ...extra];
	const bits = members.length < 400 ? 16 : members.length < FEW ? 18 : (BITS[name] ?? 18);
	const isFew = members.length < FEW;
	const isOneFile = new Set(members.map(({ source }) => source.from)).size === 1;
	const layout = isFew && isOneFile ? FEW_LAYOUT : 0;
	const categories = CATEGORIES[isFew ? 'few' : 'many'][isOneFile ? 'oneFile' : 'several'];
	const options = { ...(isFew ? FEW_OPTIONS : OPTIONS), bits, seed };
	const listed = all.map(({ source }) => isListed(source.text));
	const rows = rowsOf(
		all.map(({ source }) => source.text),
		all.map(({ source }) => source.label),
		all.map(() => 1),
		bits,
		{ layout, categories, listed },
	);
	const weighted = { ...rows, weights: withPhrases(name, all, weightsOf(all, rows, options)) };
	return finished(name, all, weighted, { ...options, layout, categories }, listed);
}

export function finished(
	name: string,
	all: readonly ReadText[],
	rows: Rows,
	options: Learning & Required<Pick<Beside, 'layout' | 'categories'>>,
	isListed: readonly boolean[] = [],
): Trained {
	const { sums, linear } = crossLearn(
		rows,
		all.map(({ fold }) => fold),
		options,
	);
	const members = all.filter(({ fold }) => fold !== NO_FOLD);
	const listed = members.map((_, i) => isListed[i] === true);
	const judged = members.map(({ source }, i): Judged => ({
		sum: sums[i]!,
		label: source.label,
		weight: rows.weights[i]!,
	}));
	const pooled = curveFor(judged);
	const weightOfListed = linear.weights[listedBucket(options.bits)]! * LISTED_VALUE;
	const known = judged.filter((_, i) => listed[i]!);
	const curveOf = (script: Script): Curve => {
		const some = judged.filter((_, i) => members[i]!.script === script);
		const fit = between(curveFor(some), pooled, some.length / (some.length + HALF_KNOWN));
		return { ...fit, listed: addedBy(fit.slope * weightOfListed, known) };
	};
	const curves = { arab: curveOf('arab'), latn: curveOf('latn') };
	const logits = Float64Array.from(judged, ({ sum }, i) => {
		const { slope, cut, listed: added } = curves[members[i]!.script];
		return slope * (sum - cut) + (listed[i]! ? added - slope * weightOfListed : 0);
	});
	const weights = quantised(linear.weights.subarray(0, listedBucket(options.bits)));
	return {
		head: {
			name,
			bits: options.bits,
			bias: linear.bias,
			layout: options.layout,
			categories: options.categories,
			curves,
			...weights,
		},
		members,
		logits,
		listed,
		measured: measuredOf(name, members, logits, true),
	};
}
