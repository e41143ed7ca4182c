// Reads an archive from end to end and compares everything in it with its manifest.
import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import zlib from 'node:zlib';
import { aboutName, formatVersion, manifestName, manifestSchema, type Manifest } from './manifest.ts';
import { BackupRefused, damaged } from './refused.ts';
import { unsealed } from './seal.ts';
import { TarReader } from './tar-reader.ts';

const longestManifest = 256_000_000;
const newline = 0x0a;

/** What was found under one table's folder or for one file. */
interface Found {
	bytes: number;
	rows: number;
	hash: Hash;
}
const nothing = (): Found => ({ bytes: 0, rows: 0, hash: createHash('sha256') });

/** Gives the archive's entries to `use`; whatever is wrong with its bytes becomes one refusal. */
export async function withArchive<T>(archive: string, use: (reader: TarReader) => Promise<T>): Promise<T> {
	const plain = zlib.createZstdDecompress();
	const source = Readable.from(unsealed(archive), { objectMode: false });
	source.on('error', (error) => plain.destroy(error));
	plain.on('error', () => undefined);
	source.pipe(plain);
	try {
		const answer = await use(new TarReader(plain as AsyncIterable<Buffer>));
		// The last entry may be read before the seal is: nothing is believed until it is.
		source.unpipe(plain);
		source.resume();
		await finished(source);
		return answer;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		throw /^Z(STD)?_|^ERR_ZLIB|^ZSTD/.test(code) ? damaged('it cannot be unpacked', error) : error;
	} finally {
		source.destroy();
		plain.destroy();
	}
}

/** Checks the whole archive. Answers its manifest, or throws BackupRefused. Touches nothing. */
export function verifyArchive(archive: string): Promise<Manifest> {
	return withArchive(archive, async (reader) => {
		const found = new Map<string, Found>();
		let manifest: Manifest | null = null;
		let last = '';
		for (let entry = await reader.advance(); entry; entry = await reader.advance()) {
			if (manifest) throw damaged('something follows its manifest');
			if (entry.name === manifestName) manifest = readManifest(await whole(reader));
			if (entry.name === manifestName || entry.name === aboutName) continue;
			const ofTable = entry.name.startsWith('tables/');
			const key = ofTable ? entry.name.split('/', 2).join('/') : entry.name;
			if (found.has(key) && !(ofTable && key === last)) throw damaged(`${key} is in it twice`);
			const body = found.get(key) ?? nothing();
			found.set((last = key), body);
			for await (const chunk of reader.body()) {
				body.hash.update(chunk);
				body.bytes += chunk.length;
				if (ofTable) body.rows += lines(chunk);
			}
		}
		if (!manifest) throw damaged('it has no manifest');
		compare(manifest, found);
		return manifest;
	});
}

/** COPY text writes each row as one line, and line ends inside values as `\n`. */
function lines(chunk: Buffer): number {
	let count = 0;
	for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) count++;
	return count;
}

async function whole(reader: TarReader): Promise<Buffer> {
	if ((reader.current?.size ?? 0) > longestManifest) throw damaged('its manifest is too long');
	const chunks: Buffer[] = [];
	for await (const chunk of reader.body()) chunks.push(chunk);
	return Buffer.concat(chunks);
}

function readManifest(text: Buffer): Manifest {
	let value: unknown;
	try {
		value = JSON.parse(text.toString('utf8'));
	} catch (error) {
		throw damaged('its manifest cannot be read', error);
	}
	const format = typeof value === 'object' && value && 'format' in value ? value.format : null;
	if (typeof format === 'number' && format > formatVersion)
		throw new BackupRefused(
			'archive.too_new',
			`The archive has format ${format}, this release reads ${formatVersion}. Update Joussour first.`,
		);
	const read = manifestSchema.safeParse(value);
	if (!read.success) throw damaged('its manifest is not as it should be', read.error);
	return read.data;
}

function compare(manifest: Manifest, found: Map<string, Found>): void {
	for (const table of manifest.tables) {
		const rows = found.get(table.entry) ?? nothing();
		found.delete(table.entry);
		if (rows.bytes !== table.bytes || rows.rows !== table.rows || rows.hash.digest('hex') !== table.sha256)
			throw damaged(`the rows of ${table.name} differ`);
	}
	for (const file of manifest.files) {
		const body = found.get(`files/${file.path}`);
		found.delete(`files/${file.path}`);
		if (body?.bytes !== file.size || body.hash.digest('hex') !== file.sha256)
			throw damaged(`the file ${file.path} differs`);
	}
	const [extra] = found.keys();
	if (extra !== undefined) throw damaged(`its manifest does not name ${extra}`);
}
