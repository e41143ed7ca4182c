// Screening models on disk: `model.json` as it is, weights compressed, and the sums of all files, written last.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { newId } from '#platform/ids.ts';
import { root } from '#platform/server/root.ts';
import { type Model, packModel, unpackModel } from '../screening/index.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
const shippedFolder = path.join(root, 'src', 'engines', 'moderation', 'screening', 'shipped');
/** As `sha256sum` writes and checks it. */
const SUMS = 'SHA256SUMS';

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const nameOnDisk = (name: string): string => (name.endsWith('.bin') ? `${name}.br` : name);

/** Sums by file name; null where there are none. */
async function sumsIn(folder: string): Promise<ReadonlyMap<string, string> | null> {
	const text = await readFile(path.join(folder, SUMS), 'utf8').catch(() => null);
	if (text === null) return null;
	return new Map(Array.from(text.matchAll(/^([\da-f]{64}) {2}(.+)$/gmu), ([, sum = '', name = '']) => [name, sum]));
}

/** The model in a folder. Throws a RangeError that names what is missing or wrong. */
export async function readModel(folder: string): Promise<Model> {
	// Models of before have no sums.
	const sums = await sumsIn(folder);
	return unpackModel(async (name) => {
		const kept = nameOnDisk(name);
		const file = path.join(folder, kept);
		const content = await readFile(file).catch(() => {
			throw new RangeError(`${file} cannot be read: ${folder} holds no whole model.`);
		});
		if (sums !== null && sums.get(kept) !== sumOf(content))
			throw new RangeError(`${file} is damaged, or of another training than the files beside it. Train again.`);
		if (kept === name) return content;
		return decompress(content).catch(() => {
			throw new RangeError(`${file} is damaged. Train again.`);
		});
	});
}

/** Makes the folder of a model. Throws what the disk refuses. */
export async function makeModelFolder(folder: string): Promise<void> {
	await mkdir(path.dirname(path.resolve(folder)), { recursive: true });
	// Not `recursive`: that never ends where the system has no room for folders, such as below /proc.
	await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EEXIST') throw error;
		await mkdir(folder, { recursive: true });
	});
}

/**
 * Writes a model into a folder, made if need be, and answers the size of each file. All is on the disk before the first file of a
 * model that is there is replaced; one stopped between two files is refused when read, never judged with.
 */
export async function writeModel(folder: string, model: Model): Promise<{ name: string; bytes: number }[]> {
	await makeModelFolder(folder);
	const before = await sumsIn(folder);
	const files = new Map<string, Uint8Array>();
	for (const [name, content] of packModel(model))
		files.set(
			nameOnDisk(name),
			name.endsWith('.bin') ? await compress(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : content,
		);
	const sums = Array.from(files, ([name, content]) => `${sumOf(content)}  ${name}\n`).join('');
	const part = `.${newId()}.part`;
	const all = [...files, [SUMS, new TextEncoder().encode(sums)] as const];
	const at = ([name]: readonly [string, unknown]): string => path.join(folder, name);
	try {
		for (const one of all) {
			await mkdir(path.dirname(at(one)), { recursive: true });
			await writeFile(at(one) + part, one[1], { flush: true });
		}
		for (const one of all) await rename(at(one) + part, at(one));
	} catch (error) {
		for (const one of all) await rm(at(one) + part, { force: true });
		throw error;
	}
	for (const name of before?.keys() ?? []) if (!files.has(name)) await rm(path.join(folder, name), { force: true });
	return Array.from(files, ([name, content]) => ({ name, bytes: content.length }));
}

let shipped: Promise<Model> | null = null;

/** The model this program comes with, read once. */
export function shippedModel(): Promise<Model> {
	shipped ??= readModel(shippedFolder);
	return shipped;
}
