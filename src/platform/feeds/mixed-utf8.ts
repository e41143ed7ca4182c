// UTF-8 into which somebody pasted bytes of windows-1252: the usual way in which a feed of many authors breaks.
import { decodeByTable, tableOf } from './encodings.ts';

const follows = (byte: number | undefined, from = 0x80, to = 0xbf): boolean =>
	byte !== undefined && byte >= from && byte <= to;

/** The bytes of the sequence of UTF-8 that starts at `at` (RFC 3629, 4); 0 when none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
	const first = bytes[at] ?? 0;
	if (first < 0x80) return 1;
	const second = bytes[at + 1];
	if (first >= 0xc2 && first <= 0xdf) return follows(second) ? 2 : 0;
	if (first >= 0xe0 && first <= 0xef)
		return follows(second, first === 0xe0 ? 0xa0 : 0x80) && follows(bytes[at + 2]) ? 3 : 0;
	if (first < 0xf0 || first > 0xf4) return 0;
	const right = follows(second, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf);
	return right && follows(bytes[at + 2]) && follows(bytes[at + 3]) ? 4 : 0;
}

/** Where the bytes end before the character cut off at their end, if one is. */
function wholeEnd(bytes: Uint8Array): number {
	for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 3); at--) {
		const first = bytes[at]!;
		if (first >= 0x80 && first <= 0xbf) continue;
		const needed = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
		return first < 0xf5 && bytes.length - at < needed ? at : bytes.length;
	}
	return bytes.length;
}

/** How many characters beyond ASCII there are, and how many bytes that belong to none; one cut off at the end does not count. */
export function charactersIn(bytes: Uint8Array): { good: number; broken: number } {
	let good = 0;
	let broken = 0;
	const end = wholeEnd(bytes);
	for (let at = 0; at < end;) {
		const length = (bytes[at] ?? 0) < 0x80 ? 1 : sequenceAt(bytes, at);
		if (length === 0) broken++;
		else if (length > 1) good++;
		at += Math.max(1, length);
	}
	return { good, broken };
}

/**
 * UTF-8, and where one byte stands alone between ASCII what windows-1252 means by it: quotes, dashes, small letters with
 * accents. Capital ones are more often the first half of a letter that was cut: they and all else become U+FFFD. What was cut off at the
 * end is left out.
 */
export function mixedUtf8(given: Uint8Array): string {
	const bytes = given.subarray(0, wholeEnd(given));
	const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
	const table = tableOf('windows-1252') ?? '';
	const parts: string[] = [];
	let done = 0;
	for (let at = 0; at < bytes.length;) {
		const code = bytes[at] ?? 0;
		const length = code < 0x80 ? 1 : sequenceAt(bytes, at);
		if (length === 0) {
			const alone = (bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80;
			const pasted = alone && (code < 0xc0 || code >= 0xe0);
			parts.push(utf8.decode(bytes.subarray(done, at)));
			parts.push(pasted ? decodeByTable(bytes.subarray(at, at + 1), table) : '\ufffd');
			done = at + 1;
		}
		at += Math.max(1, length);
	}
	return parts.join('') + utf8.decode(bytes.subarray(done));
}
