// UTF-8 into which somebody pasted bytes of windows-1252: the usual way in which a feed of many authors breaks.
import { decodeByTable, tableOf } from './encodings.ts';

/** A sequence of UTF-8 (RFC 3629, 4), or one byte that belongs to none; on bytes read as Latin 1. */
const sequence =
	/[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

const isAscii = (code: number): boolean => Number.isNaN(code) || code < 0x80;

/**
 * UTF-8, and where one byte stands alone between ASCII what windows-1252 means by it: quotes, dashes, small letters with
 * accents. Capital ones are more often the first half of a letter that was cut: they and all else become U+FFFD.
 */
export function mixedUtf8(bytes: Uint8Array): string {
	const utf8 = new TextDecoder();
	const table = tableOf('windows-1252') ?? '';
	let text = '';
	let done = 0;
	const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	for (const { 0: found, index } of latin.matchAll(sequence)) {
		if (found.length > 1) continue;
		const code = found.charCodeAt(0);
		const alone = isAscii(latin.charCodeAt(index - 1)) && isAscii(latin.charCodeAt(index + 1));
		const pasted = alone && (code < 0xc0 || code >= 0xe0);
		text += utf8.decode(bytes.subarray(done, index));
		text += pasted ? decodeByTable(bytes.subarray(index, index + 1), table) : '\ufffd';
		done = index + 1;
	}
	return text + utf8.decode(bytes.subarray(done));
}
