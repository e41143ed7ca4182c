// Bytes as they were before their transport packed them: gzip by its mark, the others when the headers say so.
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** The bytes unpacked, of a cut file what there is; as they are when they are not packed, or would be longer than `maxOutputLength`. */
export function unpacked(bytes: Uint8Array, encoding: string, maxOutputLength: number): Uint8Array {
	const options = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };
	const ways: (() => Uint8Array)[] = [];
	if (bytes[0] === 0x1f && bytes[1] === 0x8b) ways.push(() => gunzipSync(bytes, options));
	else if (/deflate/i.test(encoding))
		ways.push(
			() => inflateSync(bytes, options),
			() => inflateRawSync(bytes, options),
		);
	else if (/\bbr\b/i.test(encoding)) ways.push(() => brotliDecompressSync(bytes, { maxOutputLength }));
	for (const way of ways)
		try {
			return way();
		} catch {
			// Not packed in that way, whatever the headers say.
		}
	return bytes;
}
