// Bytes to text: byte order mark, XML declaration, content-type header, then a guess; UTF-8 wins whenever it is valid.
import { decodeSingleByte, guessSingleByte, highRuns } from './encodings.ts';
import type { Oddity } from './feed.ts';
import { decodeRare, knownLabel } from './labels.ts';
import { charactersIn, mixedUtf8 } from './mixed-utf8.ts';
import { isSevenBit } from './seven-bit.ts';

export interface Decoded {
	text: string;
	/** Canonical WHATWG name of the encoding used. */
	encoding: string;
	oddities: Oddity[];
}

/** Decode a feed's bytes. Never throws: what cannot be decoded becomes U+FFFD and is noted. */
export function decodeBytes(bytes: Uint8Array, contentType = ''): Decoded {
	const marked = byMark(bytes);
	if (marked) return marked;
	const wide = byShape(bytes);
	if (wide) return { text: decodeRare(bytes, wide) ?? decodeWide(bytes, wide), encoding: wide, oddities: [] };

	const declared =
		knownLabel(declaredInXml(bytes)) ?? knownLabel(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]);
	if (declared !== null && isSevenBit(declared) && bytes.every((byte) => byte < 0x80))
		return { text: decodeRare(bytes, declared) ?? '', encoding: declared, oddities: [] };
	const told = declared === null ? null : asToldByAscii(bytes, declared);
	if (told) return told;
	const utf8 = strictUtf8(bytes);
	if (utf8 !== null) {
		const ascii = utf8.length === bytes.length;
		const wrong = declared !== null && declared !== 'utf-8' && !ascii;
		return { text: utf8, encoding: 'utf-8', oddities: wrong ? ['encoding.declared_wrong'] : [] };
	}
	if (
		declared !== null &&
		!declared.startsWith('utf-') &&
		!isSevenBit(declared) &&
		!(declared === 'windows-1252' && isArabicInDisguise(bytes))
	)
		return { text: decodeRare(bytes, declared) ?? decodeSingleByte(bytes, declared), encoding: declared, oddities: [] };
	return damagedUtf8(bytes, declared) ?? guessed(bytes, declared);
}

function byMark(bytes: Uint8Array): Decoded | null {
	const [a, b, c] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) {
		const rest = bytes.subarray(3);
		const text = strictUtf8(rest);
		if (text !== null) return { text, encoding: 'utf-8', oddities: [] };
		return damagedUtf8(rest, 'utf-8') ?? guessed(rest, 'utf-8');
	}
	const quad = bytes[2] === 0 && bytes[3] === 0;
	if (a === 0xff && b === 0xfe && quad)
		return { text: decodeRare(bytes, 'utf-32le') ?? '', encoding: 'utf-32le', oddities: [] };
	if (a === 0 && b === 0 && c === 0xfe && bytes[3] === 0xff)
		return { text: decodeRare(bytes, 'utf-32be') ?? '', encoding: 'utf-32be', oddities: [] };
	if (a === 0xff && b === 0xfe)
		return { text: decodeWide(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le', oddities: [] };
	if (a === 0xfe && b === 0xff)
		return { text: decodeWide(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be', oddities: [] };
	return null;
}

/** UTF-16, UTF-32 or EBCDIC without a mark: a feed starts with `<`, `{` or blanks, which none of them writes as ASCII does. */
function byShape(bytes: Uint8Array): string | null {
	const head = bytes.subarray(0, 64);
	const [a, b, c, d] = head;
	if (d === undefined) return null;
	if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'utf-32be';
	if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32le';
	// `<?xm` in EBCDIC; which one, its own declaration tells.
	if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) {
		const written = /encoding\s*=\s*\W?([\w.-]+)/.exec(decodeRare(bytes.subarray(0, 200), 'ibm037') ?? '')?.[1];
		const known = knownLabel(written);
		return known?.startsWith('ibm') ? known : 'ibm037';
	}
	const zeros = (parity: number): number => head.filter((byte, i) => i % 2 === parity && byte === 0).length;
	const half = head.length / 2;
	if (zeros(1) > half * 0.6 && zeros(0) === 0) return 'utf-16le';
	if (zeros(0) > half * 0.6 && zeros(1) === 0) return 'utf-16be';
	return null;
}

const manyBytes = /^(?:gbk|gb18030|big5|euc-jp|euc-kr|shift_jis|iso-2022-jp)$/;
/** More than three characters beyond ASCII. */
const manyCharacters = /[\u0080-\uffff](?:[^\u0080-\uffff]*[\u0080-\uffff]){3}/;

/** Encodings of East Asia whose bytes may look like ASCII or like a little UTF-8: the declaration decides when it fits. */
function asToldByAscii(bytes: Uint8Array, declared: string): Decoded | null {
	if (!manyBytes.test(declared)) return null;
	const utf8 = strictUtf8(bytes);
	if (utf8 !== null && manyCharacters.test(utf8)) return null;
	try {
		return { text: new TextDecoder(declared, { fatal: true }).decode(bytes), encoding: declared, oddities: [] };
	} catch {
		return null;
	}
}

/** Latin 1 is what tools write who know nothing; long runs of high letters are no Latin language. */
const isArabicInDisguise = (bytes: Uint8Array): boolean =>
	highRuns(bytes) >= 30 && guessSingleByte(bytes) !== 'windows-1252' && guessSingleByte(bytes) !== 'iso-8859-15';

const decodeWide = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes);

export function strictUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/**
 * UTF-8 with some broken bytes (a text cut, a bad paste) is kept as UTF-8 as long as more characters are whole: in other encodings
 * two high bytes seldom stand as UTF-8 has them.
 */
function damagedUtf8(bytes: Uint8Array, declared: string | null): Decoded | null {
	const { good, broken } = charactersIn(bytes);
	const least = declared === 'utf-8' ? broken : 2 * broken;
	return good >= least ? { text: mixedUtf8(bytes), encoding: 'utf-8', oddities: ['encoding.replaced'] } : null;
}

function guessed(bytes: Uint8Array, declared: string | null): Decoded {
	const encoding = guessSingleByte(bytes);
	const oddities: Oddity[] = declared === null ? ['encoding.guessed'] : ['encoding.declared_wrong', 'encoding.guessed'];
	return { text: decodeSingleByte(bytes, encoding), encoding, oddities };
}

function declaredInXml(bytes: Uint8Array): string | undefined {
	const head = String.fromCharCode(...bytes.subarray(0, 512));
	return /<\?xml[^>]*?\sencoding\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
}
