// The seal at an archive's end: a zstd skippable frame (RFC 8878, 3.1.2) with the SHA-256 of all bytes before it.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import { Transform } from 'node:stream';
import { damaged } from './refused.ts';

const opening = Buffer.concat([Buffer.from([0x5e, 0x2a, 0x4d, 0x18, 36, 0, 0, 0]), Buffer.from('JSR1')]);
const sealSize: number = opening.length + 32;

/** Passes bytes through and adds the seal. zstd tools skip it. */
export function sealing(): Transform {
	const hash = createHash('sha256');
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			hash.update(chunk);
			done(null, chunk);
		},
		flush(done) {
			done(null, Buffer.concat([opening, hash.digest()]));
		},
	});
}

/** The bytes before the seal. Throws BackupRefused at the end when they are not those that were sealed. */
export async function* unsealed(archive: string): AsyncGenerator<Buffer> {
	const { size } = await fs.stat(archive);
	const body = size - sealSize;
	if (body <= 0) throw damaged('it is too short');
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(archive, {
		end: body - 1,
		highWaterMark: 1 << 18,
	}) as AsyncIterable<Buffer>) {
		hash.update(chunk);
		yield chunk;
	}
	const seal: Buffer[] = [];
	for await (const chunk of createReadStream(archive, { start: body }) as AsyncIterable<Buffer>) seal.push(chunk);
	if (!Buffer.concat(seal).equals(Buffer.concat([opening, hash.digest()]))) throw damaged('its seal does not match');
}
