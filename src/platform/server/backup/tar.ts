// Tar as POSIX has it: ustar headers, with a pax header before names that are long or not ASCII. Pure.

export const blockSize = 512;
/** Two empty blocks end an archive. */
export const endOfTar: Buffer = Buffer.alloc(2 * blockSize);
const largestOctal = 0o77777777777;

export interface TarEntry {
	/** Path with `/`, relative. */
	name: string;
	/** Bytes. */
	size: number;
}
/** A header block: a file's, or a pax one (`x`) that describes the next. */
export interface Header extends TarEntry {
	type: string;
}

/** Bytes that fill the last block of a body. */
export function padding(size: number): Buffer {
	return Buffer.alloc((blockSize - (size % blockSize)) % blockSize);
}

/** The header block or blocks of one file, readable by its owner only once unpacked. */
export function fileHeader({ name, size }: TarEntry): Buffer {
	const plain = /^[\x20-\x7e]{1,100}$/.test(name) && size <= largestOctal;
	if (plain) return block({ name, size, type: '0' });
	const body = Buffer.concat([paxRecord('path', name), paxRecord('size', String(size))]);
	const short = `long/${name.replaceAll(/[^\w.-]/g, '_').slice(-60)}`;
	return Buffer.concat([
		block({ name: 'pax', size: body.length, type: 'x' }),
		body,
		padding(body.length),
		block({ name: short, size: Math.min(size, largestOctal), type: '0' }),
	]);
}

/** `length key=value\n`, where the length counts itself. */
function paxRecord(key: string, value: string): Buffer {
	const rest = Buffer.byteLength(` ${key}=${value}\n`);
	let length = rest + String(rest).length;
	if (String(length).length !== String(rest).length) length = rest + String(length).length;
	return Buffer.from(`${length} ${key}=${value}\n`);
}

function block({ name, size, type }: Header): Buffer {
	const header = Buffer.alloc(blockSize);
	const octal = (value: number, at: number, width: number): number =>
		header.write(value.toString(8).padStart(width - 1, '0'), at, 'ascii');
	header.write(name, 0, 'ascii');
	octal(0o600, 100, 8);
	octal(0, 108, 8);
	octal(0, 116, 8);
	octal(size, 124, 12);
	octal(0, 136, 12);
	header.write(type, 156, 'ascii');
	header.write('ustar\u000000', 257, 'ascii');
	octal(checksum(header), 148, 7);
	header.write(' ', 155, 'ascii');
	return header;
}

/** Sum of a header's bytes, with its own field read as spaces. */
function checksum(header: Buffer): number {
	return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
}

/** Reads a header block; null for an empty one (the end). Throws an Error when it is none. */
export function readHeader(header: Buffer): Header | null {
	if (header.every((byte) => byte === 0)) return null;
	const text = (from: number, to: number): string => header.toString('latin1', from, to).split('\0', 1)[0] ?? '';
	const [size, sum] = [Number.parseInt(text(124, 136), 8), Number.parseInt(text(148, 156), 8)];
	if (!text(257, 263).startsWith('ustar') || sum !== checksum(header) || !Number.isSafeInteger(size))
		throw new Error('not a tar header');
	const prefix = text(345, 500);
	return { name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), size, type: text(156, 157) || '0' };
}

/** The path and size of a pax header's body. Throws an Error when it is malformed. */
export function readPax(body: Buffer): Partial<TarEntry> {
	const found: Partial<TarEntry> = {};
	for (let at = 0; at < body.length;) {
		const space = body.indexOf(' ', at);
		const length = Number(body.toString('ascii', at, space));
		const equals = body.indexOf('=', space);
		if (space < 0 || equals < 0 || !(length > 0) || at + length > body.length) throw new Error('malformed pax header');
		const [key, value] = [body.toString('utf8', space + 1, equals), body.toString('utf8', equals + 1, at + length - 1)];
		if (key === 'path') found.name = value;
		if (key === 'size') found.size = Number(value);
		at += length;
	}
	return found;
}
