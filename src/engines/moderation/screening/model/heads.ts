// One head: its texts, its weights and its calibration out of fold.
import { areaUnder, between, curveFor, type Judged } from './calibrate.ts';
import { PHRASES, SENTENCES, weightsOf, withPhrases } from './counts.ts';
import { addedBy, missingIn } from './listed.ts';
import { measuredOf } from './measured.ts';
import { type Curve, type Head, MAGHREB, type Measured, poolOfLang, type Script } from './model.ts';
import { neutralSentences } from './neutral.ts';
import { crossLearn, type Learning } from './out-of-fold.ts';
import { quantised } from './quantise.ts';
import { type Beside, LISTED_VALUE, type ReadText, rowsOf } from './rows.ts';
import { secondLook } from './second-look.ts';
import { listedBucket, type Rows } from './solve.ts';
import { NOTHING, taughtTo } from './taught/index.ts';
import type { Weighing } from './traits.ts';

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
/** Trees learn how people of one place write: they must bring so much, and are not tried on few texts or several files. */
const LOOK_IS_WORTH = 0.003;
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
	return finished(name, all, weighted, { ...options, layout, categories, look: !isFew && isOneFile }, listed);
}

export function finished(
	name: string,
	all: readonly ReadText[],
	rows: Rows,
	options: Learning & Required<Pick<Beside, 'layout' | 'categories'>> & { look?: boolean },
	isListed: readonly boolean[] = [],
): Trained {
	const { sums, linear, byFold } = crossLearn(
		rows,
		all.map(({ fold }) => fold),
		options,
	);
	const members = all.filter(({ fold }) => fold !== NO_FOLD);
	const listed = members.map((_, i) => isListed[i] === true);
	const { bits, layout, categories, seed } = options;
	const given = { members, listed, weights: rows.weights };
	const first = { look: null, ...calibrated(given, sums, linear.weights[listedBucket(bits)]! * LISTED_VALUE) };
	const weighings = byFold.map((one) => ({ ...one, step: 1, bits, layout, categories }));
	const { look, curves, logits } = options.look === true ? better(first, given, weighings, seed) : first;
	return {
		head: {
			name,
			bits,
			bias: linear.bias,
			layout,
			categories,
			look,
			curves,
			...quantised(linear.weights.subarray(0, listedBucket(bits))),
		},
		members,
		logits,
		listed,
		measured: measuredOf(name, members, logits, true),
	};
}

interface Given {
	readonly members: readonly ReadText[];
	readonly listed: readonly boolean[];
	readonly weights: ArrayLike<number>;
}

interface Calibrated {
	readonly curves: Head['curves'];
	/** Out of fold. */
	readonly logits: Float64Array;
}

/** `sums` hold `ofListed` where a listed word stands in a text. */
function calibrated({ members, listed, weights }: Given, sums: Float64Array, ofListed: number): Calibrated {
	const judged = members.map(({ source }, i): Judged => ({ sum: sums[i]!, label: source.label, weight: weights[i]! }));
	const pooled = curveFor(judged);
	const known = judged.filter((_, i) => listed[i]!);
	const curveOf = (script: Script): Curve => {
		const some = judged.filter((_, i) => members[i]!.script === script);
		const fit = between(curveFor(some), pooled, some.length / (some.length + HALF_KNOWN));
		return { ...fit, listed: addedBy(fit.slope * ofListed, known) };
	};
	const curves = { arab: curveOf('arab'), latn: curveOf('latn') };
	const logits = Float64Array.from(judged, ({ sum }, i) => {
		const { slope, cut, listed: added } = curves[members[i]!.script];
		return slope * (sum - cut) + (listed[i]! ? added - slope * ofListed : 0);
	});
	return { curves, logits };
}

/** With a second look, where the area under the ROC curve out of fold rises by enough. */
function better(
	first: Calibrated & { look: null },
	given: Given,
	byFold: readonly Weighing[],
	seed: number,
): Calibrated & Pick<Head, 'look'> {
	const { members, listed } = given;
	const { look, margins } = secondLook(members, byFold, seed);
	const judgedBy = (logits: Float64Array): Judged[] =>
		members.map(({ source }, i) => ({ sum: logits[i]!, label: source.label, weight: 1 }));
	const known = judgedBy(margins).filter((_, i) => listed[i]!);
	const ofListed = addedBy(known.length === 0 ? 0 : missingIn(known), known);
	const second = calibrated(
		given,
		margins.map((margin, i) => margin + (listed[i]! ? ofListed : 0)),
		ofListed,
	);
	const area = ({ logits }: Calibrated) => areaUnder(judgedBy(logits)) ?? 0;
	return area(second) - area(first) < LOOK_IS_WORTH ? first : { look, ...second };
}
