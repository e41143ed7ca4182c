// Trains a model from labelled texts: doubles merged, pools of languages, one head each, calibrated by script.
import { blendOf } from './blend.ts';
import { learnGuesser } from './guess.ts';
import { harmless, headFrom, ownTexts, type Trained } from './heads.ts';
import { measuredOf } from './measured.ts';
import { type Blend, MAGHREB, type Measured, type Model, poolOfLang, type Script } from './model.ts';
import { type ReadText, type TrainingText, withoutDoubles } from './rows.ts';
import { Reader } from './read.ts';
import { Judge } from './score.ts';
import { spamFrom } from './spam-head.ts';
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

/** Same texts, same seed, same model. Throws when the texts hold only one label. */
export function train({ texts, spam = [], base = null, seed = 1, isListed = () => false }: Training): Model {
	const { kept, doubles } = withoutDoubles(texts);
	const spamKept = withoutDoubles(spam).kept;
	if (new Set(kept.map(({ source }) => source.label)).size < 2)
		throw new RangeError('The texts must be of both kinds: some with label 1, some with label 0.');
	const pools = poolsOf(kept, base !== null);
	const trained = [...pools].map(([name, members]) =>
		headFrom(name, members, [...harmless(spamKept, name), ...ownTexts(name, !knows(base, name))], seed, isListed),
	);
	const guesser = learnGuesser(
		[...pools].flatMap(([pool, members]) =>
			members.filter(({ script }) => script === 'latn').map(({ source }) => ({ text: source.text, pool })),
		),
		seed,
	);
	const spamHeads = spamKept.length === 0 ? null : spamFrom(spamKept, kept, seed);
	const blended = base === null ? null : blend(base, trained);
	return {
		heads: trained.map(({ head }) => head),
		...spamOf(spamHeads ?? base),
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
				...(spamHeads?.measured ?? []),
				...(blended?.measured ?? []),
			],
		},
	};
}

const spamOf = (from: Pick<Model, 'spam' | 'nearSpam'> | null): Pick<Model, 'spam' | 'nearSpam'> => ({
	spam: from?.spam ?? null,
	nearSpam: from?.nearSpam ?? null,
});

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

/** What a base was taught it knows, but of the pools it judges only. */
const knows = (base: Model | null, pool: string): boolean => base?.heads.some(({ name }) => name === pool) === true;

/** Texts by pool, small pools joined to the largest; all of them when a base is to be blended. */
function poolsOf(kept: readonly ReadText[], single: boolean): Map<string, ReadText[]> {
	const pools = new Map<string, ReadText[]>();
	for (const one of kept) {
		const pool = one.script === 'arab' ? MAGHREB : (poolOfLang(one.source.lang) ?? MAGHREB);
		const there = pools.get(pool);
		if (there === undefined) pools.set(pool, [one]);
		else there.push(one);
	}
	const bySize = [...pools].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
	const [largest] = bySize;
	for (const [pool, members] of bySize.slice(1)) {
		const held = members.filter(({ source }) => source.label === 1).length;
		if (!single && Math.min(held, members.length - held) >= FEWEST) continue;
		largest![1].push(...members);
		pools.delete(pool);
	}
	return pools;
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
	const hasRead = trained.some(({ head }) => knows(base, head.name));
	const blends = { arab: blendOf(cases, 'arab', hasRead), latn: blendOf(cases, 'latn', hasRead) };
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
