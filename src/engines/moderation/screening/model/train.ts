// Trains a model from labelled texts: doubles merged, pools of languages, one head each, calibrated by script.
import { areaUnder, between, curveFor, type Judged, macroF1 } from './calibrate.ts';
import { blendOf } from './blend.ts';
import { learnGuesser } from './guess.ts';
import {
	type Blend,
	type Curve,
	type Head,
	MAGHREB,
	type Measured,
	type Model,
	poolOfLang,
	type Script,
} from './model.ts';
import { neutralSentences } from './neutral.ts';
import { crossLearn, type Learning } from './out-of-fold.ts';
import { quantised } from './quantise.ts';
import { type ReadText, rowsOf, type TrainingText, withoutDoubles } from './rows.ts';
import { Reader } from './read.ts';
import { Judge } from './score.ts';
import type { Rows } from './solve.ts';
import { NOTHING, taughtTo, weightOfPhrase } from './taught/index.ts';
import { WordCount } from './vocabulary.ts';

export interface Training {
	readonly texts: readonly TrainingText[];
	/** Texts whose label 1 means spam; they make a head of their own, and the harmless ones teach the others. */
	readonly spam?: readonly TrainingText[];
	/** A model to build on: used where it knows more than the texts do. */
	readonly base?: Model | null;
	readonly seed?: number;
	/** Whether a word of the list stands in a text: how much that says is learned. */
	readonly isListed?: (text: string) => boolean;
}

/** A pool with fewer texts of either label is judged with the largest pool. */
const FEWEST = 300;
const OPTIONS = { cost: 0.3, rounds: 12, rarity: 1 };
/** Few texts say little about rare features: less is made of them, and the weights are drawn closer to 0. */
const FEW = 6000;
const FEW_OPTIONS = { cost: 0.2, rounds: 12, rarity: 0.3 };
const BITS: Readonly<Record<string, number>> = { [MAGHREB]: 19 };
const SPAM_BITS = 18;
const SCRIPTS: readonly Script[] = ['arab', 'latn'];
/** This many texts of a script weigh as much as those of the other one in its calibration. */
const HALF_KNOWN = 60;

/** Same texts, same seed, same model. Throws when the texts hold only one label. */
export function train({ texts, spam = [], base = null, seed = 1, isListed = () => false }: Training): Model {
	const { kept, doubles } = withoutDoubles(texts);
	const spamKept = withoutDoubles(spam).kept;
	if (new Set(kept.map(({ source }) => source.label)).size < 2)
		throw new RangeError('The texts must be of both kinds: some with label 1, some with label 0.');
	const pools = poolsOf(kept, base !== null);
	const trained = [...pools].map(([name, members]) =>
		headFrom(name, members, [...harmless(spamKept, name), ...ownTexts(name, base === null)], seed, isListed),
	);
	const guesser = learnGuesser(
		[...pools].flatMap(([pool, members]) =>
			members.filter(({ script }) => script === 'latn').map(({ source }) => ({ text: source.text, pool })),
		),
		seed,
	);
	const spamHead = spamKept.length === 0 ? null : spamFrom(spamKept, kept, seed);
	const blended = base === null ? null : blend(base, trained);
	return {
		heads: trained.map(({ head }) => head),
		spam: spamHead?.head ?? base?.spam ?? null,
		vocabulary: vocabularyOf([...kept, ...spamKept], base?.vocabulary),
		guesser: pools.size > 1 ? guesser : null,
		base,
		blends: blended?.blends ?? null,
		card: {
			texts: kept.length + spamKept.length,
			held: [...kept, ...spamKept].filter(({ source }) => source.label === 1).length,
			doubles: doubles + spam.length - spamKept.length,
			seed,
			files: filesOf([...kept, ...spamKept]),
			measured: [
				...trained.flatMap(({ measured }) => measured),
				...(spamHead?.measured ?? []),
				...(blended?.measured ?? []),
			],
		},
	};
}

/** The words of the texts, and those a base knew. */
function vocabularyOf(texts: readonly ReadText[], known?: Uint8Array): Uint8Array {
	const reader = new Reader();
	const count = new WordCount();
	for (const { source } of texts) {
		const { codes, from, to, words } = reader.read(source.text);
		for (let w = 0; w < words; w += 1) count.add(codes, from[w]!, to[w]!);
	}
	const learned = count.learned();
	return known === undefined ? learned : learned.map((byte, i) => byte | known[i]!);
}

interface Trained {
	readonly head: Head;
	readonly members: readonly ReadText[];
	/** Calibrated logits out of fold. */
	readonly logits: Float64Array;
	readonly listed: readonly boolean[];
	readonly measured: Measured[];
}

/** Texts by pool, small pools joined to the largest; one pool when a base is to be blended. */
function poolsOf(kept: readonly ReadText[], single: boolean): Map<string, ReadText[]> {
	const pools = new Map<string, ReadText[]>();
	for (const one of kept) {
		const pool = single || one.script === 'arab' ? MAGHREB : (poolOfLang(one.source.lang) ?? MAGHREB);
		const there = pools.get(pool);
		if (there === undefined) pools.set(pool, [one]);
		else there.push(one);
	}
	const bySize = [...pools].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
	const [largest] = bySize;
	for (const [pool, members] of bySize.slice(1)) {
		const held = members.filter(({ source }) => source.label === 1).length;
		if (Math.min(held, members.length - held) >= FEWEST) continue;
		largest![1].push(...members);
		pools.delete(pool);
	}
	return pools;
}

/** What is harmless among spam texts is harmless for a head of its language too. */
const harmless = (spam: readonly ReadText[], pool: string): ReadText[] =>
	spam.filter(({ source }) => source.label === 0 && poolOfLang(source.lang) === pool);

/** Texts of ours that teach and are not judged: in no fold. What a base was taught it knows. */
function ownTexts(head: string, phrases: boolean): ReadText[] {
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

const SENTENCES = 'sentences that name groups';
const PHRASES = 'phrases of ours';
const NO_FOLD = -1;
/** How much a sentence of ours counts beside one somebody wrote and somebody labelled. */
const OWN_WEIGHT = 0.5;

function headFrom(
	name: string,
	members: readonly ReadText[],
	extra: readonly ReadText[],
	seed: number,
	isListed: (text: string) => boolean,
): Trained {
	const all = [...members, ...extra];
	const bits = members.length < 400 ? 16 : members.length < FEW ? 18 : (BITS[name] ?? 18);
	const options = { ...(members.length < FEW ? FEW_OPTIONS : OPTIONS), bits, seed };
	const labels = all.map(({ source }) => source.label);
	const rows = rowsOf(
		all.map(({ source }) => source.text),
		labels,
		all.map(() => 1),
		bits,
	);
	const weighted = { ...rows, weights: withPhrases(name, all, weightsOf(all, rows, options)) };
	return finished(name, all, weighted, options, isListed);
}

/** What a harmless text of the other files counts: of another language than the spam, and of the same one. */
const OTHERS_WEIGHT = 0.3;
const NEAR_WEIGHT = 0.05;

/** Harmless texts of the other files teach what is no spam: all of the same language, and of others half as many as the head's own. */
function spamFrom(spam: readonly ReadText[], others: readonly ReadText[], seed: number): Trained {
	const pools = new Set(spam.map(({ source }) => poolOfLang(source.lang)));
	const fine = others.filter(({ source }) => source.label === 0);
	const isNear = ({ source }: ReadText) => source.lang !== undefined && pools.has(poolOfLang(source.lang));
	const far = fine.filter((one) => !isNear(one));
	const step = Math.max(1, Math.floor((2 * far.length) / spam.length));
	const teaching = [...fine.filter(isNear), ...far.filter((_, i) => i % step === 0)];
	const all = [...spam, ...teaching.map((one) => ({ ...one, fold: NO_FOLD })), ...ownTexts('spam', true)];
	const options = { ...OPTIONS, bits: SPAM_BITS, seed };
	const rows = rowsOf(
		all.map(({ source }) => source.text),
		all.map(({ source }) => source.label),
		all.map((one) => (one.fold !== NO_FOLD ? 1 : isNear(one) ? NEAR_WEIGHT : OTHERS_WEIGHT)),
		SPAM_BITS,
	);
	return finished('spam', all, { ...rows, weights: withPhrases('spam', all, rows.weights) }, options);
}

function finished(
	name: string,
	all: readonly ReadText[],
	rows: Rows,
	options: Learning,
	isListed: (text: string) => boolean = () => false,
): Trained {
	const { sums, linear } = crossLearn(
		rows,
		all.map(({ fold }) => fold),
		options,
	);
	const members = all.filter(({ fold }) => fold !== NO_FOLD);
	const listed = members.map(({ source }) => isListed(source.text));
	const judged = members.map(({ source }, i): Judged => ({
		sum: sums[i]!,
		label: source.label,
		weight: rows.weights[i]!,
		listed: listed[i]!,
	}));
	const pooled = curveFor(judged);
	const curveOf = (script: Script): Curve => {
		const some = judged.filter((_, i) => members[i]!.script === script);
		return between(curveFor(some), pooled, some.length / (some.length + HALF_KNOWN));
	};
	const curves = { arab: curveOf('arab'), latn: curveOf('latn') };
	const logits = Float64Array.from(judged, ({ sum }, i) => {
		const { slope, cut, listed: added } = curves[members[i]!.script];
		return slope * (sum - cut) + (listed[i]! ? added : 0);
	});
	return {
		head: { name, bits: options.bits, bias: linear.bias, curves, ...quantised(linear.weights) },
		members,
		logits,
		listed,
		measured: measuredOf(name, members, logits, true),
	};
}

/**
 * Where several files meet: one that holds mostly texts to be held counts its harmless ones as much as the others together, and a
 * file whose labels nothing in its texts explains (low AUC out of fold) counts little.
 */
function weightsOf(members: readonly ReadText[], rows: Rows, options: Learning): Float32Array {
	const weights = new Float32Array(members.length).fill(1);
	const files = [...new Set(members.map(({ source }) => source.from))].filter((file) => file !== PHRASES);
	const single = files.filter((file) => file !== SENTENCES).length < 2;
	const trust = new Map<string, number>();
	for (const file of files) {
		const own = [...members.keys()].filter((i) => members[i]!.source.from === file);
		const held = own.filter((i) => members[i]!.source.label === 1).length;
		if (held === 0) {
			if (file === SENTENCES) for (const i of own) weights[i] = OWN_WEIGHT;
			trust.set(file, 1);
			continue;
		}
		if (single) continue;
		const even = Math.min(1, (own.length - held) / held);
		for (const i of own) if (members[i]!.source.label === 1) weights[i] = Math.max(0.1, even);
		const { sums } = crossLearn(
			pick(rows, own),
			own.map((i) => members[i]!.fold),
			options,
		);
		const area = areaUnder(own.map((i, k) => ({ sum: sums[k]!, label: members[i]!.source.label, weight: 1 }))) ?? 0.5;
		trust.set(file, Math.max(0.02, 2 * area - 1) ** 2);
	}
	if (single) return weights;
	const most = Math.max(...files.filter((file) => trust.get(file) !== 1).map((file) => trust.get(file)!));
	for (const [i, { source }] of members.entries()) weights[i]! *= Math.min(1, (trust.get(source.from) ?? most) / most);
	return weights;
}

/** The same weights, with those of our phrases measured by what the other texts count. */
function withPhrases(head: string, members: readonly ReadText[], weights: Float32Array): Float32Array {
	const isPhrase = (i: number) => members[i]!.source.from === PHRASES;
	const total = weights.reduce((sum, weight, i) => (isPhrase(i) ? sum : sum + weight), 0);
	return weights.map((weight, i) => (isPhrase(i) ? weightOfPhrase(head, total) : weight));
}

function pick(rows: Rows, picked: readonly number[]): Rows {
	const offsets = new Int32Array(picked.length + 1);
	for (const [k, row] of picked.entries()) offsets[k + 1] = offsets[k]! + rows.offsets[row + 1]! - rows.offsets[row]!;
	const buckets = new Int32Array(offsets.at(-1)!);
	const values = new Float32Array(offsets.at(-1)!);
	for (const [k, row] of picked.entries()) {
		buckets.set(rows.buckets.subarray(rows.offsets[row], rows.offsets[row + 1]), offsets[k]);
		values.set(rows.values.subarray(rows.offsets[row], rows.offsets[row + 1]), offsets[k]);
	}
	return {
		buckets,
		values,
		offsets,
		labels: Int8Array.from(picked, (row) => rows.labels[row]!),
		weights: new Float32Array(picked.length).fill(1),
	};
}

function blend(base: Model, trained: readonly Trained[]): { blends: Record<Script, Blend>; measured: Measured[] } {
	const judge = new Judge(base);
	const members = trained.flatMap((one) => one.members);
	const own = trained.flatMap(({ logits }) => [...logits]);
	const listed = trained.flatMap((one) => one.listed);
	const based = members.map(({ source }, i) => judge.judge(source.text, source.lang, listed[i]!).logit);
	const cases = members.map(({ source, script }, i) => ({
		base: based[i]!,
		own: own[i]!,
		label: source.label,
		script,
	}));
	const blends = { arab: blendOf(cases, 'arab'), latn: blendOf(cases, 'latn') };
	const logits = Float64Array.from(cases, (one) => {
		const { base: b, own: o, shift } = blends[one.script];
		return b * one.base + o * one.own + shift;
	});
	return {
		blends,
		measured: [
			...measuredOf('base alone', members, Float64Array.from(based)),
			...measuredOf('blended', members, logits),
		],
	};
}

/** By script; and by file where a head learned from several, since their labels do not mean the same. */
function measuredOf(of: string, members: readonly ReadText[], logits: Float64Array, files = false): Measured[] {
	const all = [...members.keys()];
	const named = files ? [...new Set(members.map(({ source }) => source.from))] : [];
	const ofScript = (some: readonly number[], script: Script) => some.filter((i) => members[i]!.script === script);
	const rows = (name: string, some: readonly number[], scripts: readonly Measured['script'][]) =>
		scripts.flatMap((script) =>
			figuresOf(name, script, script === 'both' ? some : ofScript(some, script), members, logits),
		);
	return [
		...rows(of, all, SCRIPTS),
		...(named.length < 2 ? [] : named).flatMap((file) => {
			const own = all.filter((i) => members[i]!.source.from === file);
			const mixed = SCRIPTS.every((script) => ofScript(own, script).length >= FEWEST_JUDGED);
			return rows(file, own, mixed ? [...SCRIPTS, 'both'] : SCRIPTS);
		}),
	];
}

/** With fewer texts a figure says nothing. */
const FEWEST_JUDGED = 20;

function figuresOf(
	of: string,
	script: Measured['script'],
	some: readonly number[],
	members: readonly ReadText[],
	logits: Float64Array,
): Measured[] {
	const counts = [0, 0, 0, 0];
	for (const i of some) counts[(logits[i]! >= 0 ? 2 : 0) + members[i]!.source.label]! += 1;
	const [trueNeg = 0, falseNeg = 0, falsePos = 0, truePos = 0] = counts;
	const held = truePos + falseNeg;
	if (some.length < FEWEST_JUDGED || held === 0 || held === some.length) return [];
	const judged = some.map((i) => ({ sum: logits[i]!, label: members[i]!.source.label, weight: 1 }));
	return [
		{
			of,
			script,
			texts: some.length,
			held,
			macroF1: macroF1(truePos, falsePos, falseNeg, trueNeg),
			auc: areaUnder(judged),
			falseHolds: falsePos / (falsePos + trueNeg),
		},
	];
}

function filesOf(kept: readonly ReadText[]): { name: string; texts: number; held: number }[] {
	const files = new Map<string, { name: string; texts: number; held: number }>();
	for (const { source } of kept) {
		const file = files.get(source.from) ?? { name: source.from, texts: 0, held: 0 };
		file.texts += 1;
		file.held += source.label;
		files.set(source.from, file);
	}
	return [...files.values()];
}
