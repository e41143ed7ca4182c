// Screening models on disk: `model.json` as it is, weights compressed. The shipped one lies beside the code that reads it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { root } from '#platform/server/root.ts';
import { type Model, packModel, unpackModel } from '../screening/index.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
const shippedFolder = path.join(root, 'src', 'engines', 'moderation', 'screening', 'shipped');

/** The model in a folder. Throws a RangeError that names what is missing or wrong. */
export async function readModel(folder: string): Promise<Model> {
	return unpackModel(async (name) => {
		const file = path.join(folder, name.endsWith('.bin') ? `${name}.br` : name);
		const content = await readFile(file).catch(() => {
			throw new RangeError(`${file} cannot be read: ${folder} holds no whole model.`);
		});
		return name.endsWith('.bin') ? decompress(content) : content;
	});
}

/** Writes a model into a folder, made if need be, and answers the size of each file. */
export async function writeModel(folder: string, model: Model): Promise<{ name: string; bytes: number }[]> {
	const written: { name: string; bytes: number }[] = [];
	for (const [name, content] of packModel(model)) {
		const file = path.join(folder, name.endsWith('.bin') ? `${name}.br` : name);
		await mkdir(path.dirname(file), { recursive: true });
		const kept = name.endsWith('.bin')
			? await compress(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
			: content;
		await writeFile(file, kept);
		written.push({ name: path.relative(folder, file), bytes: kept.length });
	}
	return written;
}

let shipped: Promise<Model> | null = null;

/** The model this program comes with, read once. */
export function shippedModel(): Promise<Model> {
	shipped ??= readModel(shippedFolder);
	return shipped;
}
