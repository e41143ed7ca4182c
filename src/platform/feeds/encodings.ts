// Single-byte encodings of the region: their tables, a decoder that does not trust the runtime, and a guess.

const c1 = (from: number, to: number): string =>
	String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, i) => from + i));

/** Bytes 80 to FF (source: WHATWG Encoding, index-windows-1252). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' + c1(0xa0, 0xff);

/** Bytes 80 to FF (source: WHATWG Encoding, index-windows-1256). */
const windows1256 =
	'€\u067e‚ƒ„…†‡ˆ‰\u0679‹Œ\u0686\u0698\u0688\u06af‘’“”•–—\u06a9™\u0691›œ\u200c\u200d\u06ba' +
	'\u00a0\u060c' +
	c1(0xa2, 0xa9) +
	'\u06be' +
	c1(0xab, 0xb9) +
	'\u061b' +
	c1(0xbb, 0xbe) +
	'\u061f\u06c1' +
	c1(0x621, 0x636) +
	'×' +
	c1(0x637, 0x63a) +
	c1(0x640, 0x643) +
	'à\u0644â' +
	c1(0x645, 0x648) +
	'çèéêë\u0649\u064aîï' +
	c1(0x64b, 0x64e) +
	'ô\u064f\u0650÷\u0651ù\u0652ûü\u200e\u200f\u06d2';

const tables: Readonly<Record<string, string>> = { 'windows-1252': windows1252, 'windows-1256': windows1256 };
const nativeIsRight = new Map<string, boolean>();

/** Decode with the runtime if it agrees with our table, else by the table. `label` is a canonical WHATWG name. */
export function decodeSingleByte(bytes: Uint8Array, label: string): string {
	const table = tables[label];
	if (table === undefined || agrees(label, table)) return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
	return decodeByTable(bytes, table);
}

/** The table of `label` for bytes 80 to FF, or undefined; exported for the comparison with the runtime. */
export const tableOf = (label: string): string | undefined => tables[label];

function agrees(label: string, table: string): boolean {
	const known = nativeIsRight.get(label);
	if (known !== undefined) return known;
	const upper = Uint8Array.from({ length: 128 }, (_, i) => i + 128);
	let right: boolean;
	try {
		right = new TextDecoder(label).decode(upper) === table;
	} catch {
		right = false;
	}
	nativeIsRight.set(label, right);
	return right;
}

/** Decode bytes by a table of their upper half. */
export function decodeByTable(bytes: Uint8Array, table: string): string {
	const parts: string[] = [];
	for (let start = 0; start < bytes.length; start += 8192) {
		const codes = Array.from(bytes.subarray(start, start + 8192), (byte) =>
			byte < 0x80 ? byte : table.charCodeAt(byte - 0x80),
		);
		parts.push(String.fromCharCode(...codes));
	}
	return parts.join('');
}

const sampleSize = 200_000;

/**
 * Guess the encoding of bytes that are neither UTF-8 nor UTF-16. Arabic words are runs of high bytes, Latin accents
 * stand alone between ASCII letters; the two Arabic encodings are told apart by the frequency of letters.
 */
export function guessSingleByte(bytes: Uint8Array): string {
	const sample = bytes.subarray(0, sampleSize);
	const { inRuns, alone } = runsIn(sample);
	if (inRuns > alone / 4 && inRuns > 0) {
		const scores = ['windows-1256', 'iso-8859-6'].map((label) => arabicScore(decodeSingleByte(sample, label)));
		return (scores[1] ?? 0) > (scores[0] ?? 0) ? 'iso-8859-6' : 'windows-1256';
	}
	return looksLikeLatin9(sample) ? 'iso-8859-15' : 'windows-1252';
}

/** High bytes that stand three or more together, as in words of no Latin alphabet. */
export const highRuns = (bytes: Uint8Array): number => runsIn(bytes.subarray(0, sampleSize)).inRuns;

function runsIn(sample: Uint8Array): { inRuns: number; alone: number } {
	let inRuns = 0;
	let alone = 0;
	for (let i = 0, run = 0; i <= sample.length; i++) {
		if ((sample[i] ?? 0) >= 0xc0) run++;
		else {
			if (run >= 3) inRuns += run;
			else alone += run;
			run = 0;
		}
	}
	return { inRuns, alone };
}

function arabicScore(text: string): number {
	const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
	return count(/[اليمونرتبة]/g) + 4 * count(/(?<!\p{L})ال\p{L}/gu) - 3 * count(/[\ufffd¤-¾À-ß]/g);
}

/** The places where ISO 8859-15 has œ, Œ, š, ž, Ÿ hold fractions and signs in windows-1252: odd inside a word. */
function looksLikeLatin9(sample: Uint8Array): boolean {
	const isLetter = (byte = 0): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
	let inWords = 0;
	for (let i = 0; i < sample.length; i++) {
		const byte = sample[i] ?? 0;
		if (byte >= 0x80 && byte <= 0x9f) return false;
		if ([0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe].includes(byte) && isLetter(sample[i + 1])) inWords++;
	}
	return inWords > 0;
}
