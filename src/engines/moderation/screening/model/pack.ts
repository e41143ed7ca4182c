// A model as files: `model.json` and one file of bytes for each row of weights. A base lies whole in `base/`.
import { z } from 'zod';
import { sizeOfTree } from './boost.ts';
import { USUALLY_LISTED } from './listed.ts';
import type { Head, Model } from './model.ts';
import { OLD_VOCABULARY_BITS, VOCABULARY_BITS } from './vocabulary.ts';

const FORMAT = 1;
const curve = z.object({ slope: z.number(), cut: z.number(), listed: z.number().default(USUALLY_LISTED) });
const byScript = <T extends z.ZodType>(shape: T) => z.object({ arab: shape, latn: shape });
const head = z.object({
	name: z.string().regex(/^[a-z-]{1,20}$/u),
	bits: z.int().min(10).max(19),
	step: z.number(),
	bias: z.number(),
	/** Models of before know nothing of layout. */
	layout: z.number().min(0).max(1).default(0),
	/** Nor of categories. */
	categories: z.number().min(0).max(1).default(0),
	/** Nor of trees. */
	look: z
		.object({ slope: z.number(), shift: z.number(), depth: z.int().min(1).max(6), trees: z.int().min(1).max(2000) })
		.nullable()
		.default(null),
	curves: byScript(curve),
});
const share = z.number().min(0).max(1);
const shape = z.object({
	format: z.literal(FORMAT),
	heads: z.array(head).min(1).max(20),
	spam: head.nullable(),
	/** Models of before have one head for spam. */
	nearSpam: head.nullable().default(null),
	guesser: z
		.object({
			pools: z.array(z.string()).min(2).max(20),
			bits: z.int().min(10).max(19),
			step: z.number(),
			biases: z.array(z.number()),
		})
		.nullable(),
	base: z.boolean(),
	blends: byScript(z.object({ base: z.number(), own: z.number(), shift: z.number() })).nullable(),
	card: z.object({
		texts: z.int(),
		held: z.int(),
		doubles: z.int(),
		seed: z.int(),
		files: z.array(z.object({ name: z.string(), texts: z.int(), held: z.int() })),
		measured: z.array(
			z.object({
				of: z.string(),
				script: z.enum(['arab', 'latn', 'both']),
				texts: z.int(),
				held: z.int(),
				macroF1: share,
				auc: share.nullable(),
				falseHolds: share,
			}),
		),
	}),
});

/** File names (with `/` for the base) and what they hold, uncompressed. */
export function packModel(model: Model, folder = ''): Map<string, Uint8Array> {
	const files = new Map<string, Uint8Array>();
	const bytes = (name: string, weights: Int8Array) =>
		files.set(`${folder}${name}.bin`, new Uint8Array(weights.buffer, weights.byteOffset, weights.length));
	const plain = ({ weights: _, look, ...rest }: Head) => ({
		...rest,
		look:
			look === null ? null : { slope: look.slope, shift: look.shift, depth: look.trees.depth, trees: look.trees.count },
	});
	const { heads, spam, nearSpam, guesser, base, blends, card } = model;
	for (const one of [...heads, spam, nearSpam]) {
		if (one === null) continue;
		bytes(`weights-${one.name}`, one.weights);
		if (one.look !== null) files.set(`${folder}trees-${one.name}.bin`, inLittleEndian(one.look.trees.numbers));
	}
	files.set(`${folder}words.bin`, model.vocabulary);
	if (guesser !== null) bytes('languages', guesser.weights);
	const written: z.input<typeof shape> = {
		format: FORMAT,
		heads: heads.map(plain),
		spam: spam === null ? null : plain(spam),
		nearSpam: nearSpam === null ? null : plain(nearSpam),
		guesser:
			guesser === null
				? null
				: { pools: [...guesser.pools], bits: guesser.bits, step: guesser.step, biases: [...guesser.biases] },
		base: base !== null,
		blends,
		card: { ...card, files: [...card.files], measured: [...card.measured] },
	};
	files.set(`${folder}model.json`, new TextEncoder().encode(`${JSON.stringify(written, null, '\t')}\n`));
	if (base !== null) for (const [name, content] of packModel(base, `${folder}base/`)) files.set(name, content);
	return files;
}

/** The model in files given by name. Throws a RangeError that says what is wrong with them. */
export async function unpackModel(file: (name: string) => Promise<Uint8Array>, folder = ''): Promise<Model> {
	const read = shape.safeParse(parsed(await file(`${folder}model.json`)));
	if (!read.success) throw new RangeError(`${folder}model.json is not a screening model of format ${FORMAT}.`);
	const bytes = async (name: string, ...lengths: number[]): Promise<Int8Array> => {
		const content = await file(`${folder}${name}.bin`);
		if (!lengths.includes(content.length)) throw new RangeError(`${folder}${name}.bin does not fit its model.json.`);
		return new Int8Array(content.buffer, content.byteOffset, content.length);
	};
	const whole = async ({ look, ...one }: z.infer<typeof head>): Promise<Head> => ({
		...one,
		weights: await bytes(`weights-${one.name}`, 2 ** one.bits),
		look: look && {
			slope: look.slope,
			shift: look.shift,
			trees: {
				depth: look.depth,
				count: look.trees,
				numbers: fromLittleEndian(await bytes(`trees-${one.name}`, 4 * look.trees * sizeOfTree(look.depth))),
			},
		},
	});
	const { heads, spam, nearSpam, guesser, base, blends, card } = read.data;
	const words = await bytes('words', 2 ** (VOCABULARY_BITS - 3), 2 ** (OLD_VOCABULARY_BITS - 3));
	return {
		heads: await Promise.all(heads.map(whole)),
		spam: spam === null ? null : await whole(spam),
		nearSpam: nearSpam === null ? null : await whole(nearSpam),
		guesser:
			guesser === null
				? null
				: { ...guesser, weights: await bytes('languages', guesser.pools.length * 2 ** guesser.bits) },
		vocabulary: new Uint8Array(words.buffer, words.byteOffset, words.length),
		base: base ? await unpackModel(file, `${folder}base/`) : null,
		blends,
		card,
	};
}

function inLittleEndian(numbers: Float32Array): Uint8Array {
	const view = new DataView(new ArrayBuffer(4 * numbers.length));
	for (const [i, number] of numbers.entries()) view.setFloat32(4 * i, number, true);
	return new Uint8Array(view.buffer);
}

function fromLittleEndian(bytes: Int8Array): Float32Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}

function parsed(content: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(content));
	} catch {
		return null;
	}
}
