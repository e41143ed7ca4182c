// Bytes to text: byte order mark, XML declaration, content-type header, then a guess; UTF-8 wins whenever it is valid.
import { decodeSingleByte, guessSingleByte } from './encodings.ts';
import type { Oddity } from './feed.ts';

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
	const wide = byShapeOfUtf16(bytes);
	if (wide) return { text: decodeWide(bytes, wide), encoding: wide, oddities: [] };

	const declared = known(declaredInXml(bytes)) ?? known(/charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]);
	const utf8 = strictUtf8(bytes);
	if (utf8 !== null) {
		const ascii = utf8.length === bytes.length;
		const wrong = declared !== null && declared !== 'utf-8' && !ascii;
		return { text: utf8, encoding: 'utf-8', oddities: wrong ? ['encoding.declared_wrong'] : [] };
	}
	if (declared !== null && declared !== 'utf-8' && !declared.startsWith('utf-16')) {
		return { text: decodeSingleByte(bytes, declared), encoding: declared, oddities: [] };
	}
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
	if (a === 0xff && b === 0xfe)
		return { text: decodeWide(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le', oddities: [] };
	if (a === 0xfe && b === 0xff)
		return { text: decodeWide(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be', oddities: [] };
	return null;
}

/** UTF-16 without a mark: a feed starts with `<` or `{`, which takes two bytes, one of them zero. */
function byShapeOfUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const head = bytes.subarray(0, 64);
	if (head.length < 4) return null;
	const zeros = (parity: number): number => head.filter((byte, i) => i % 2 === parity && byte === 0).length;
	const half = head.length / 2;
	if (zeros(1) > half * 0.6 && zeros(0) === 0) return 'utf-16le';
	if (zeros(0) > half * 0.6 && zeros(1) === 0) return 'utf-16be';
	return null;
}

const decodeWide = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes);

export function strictUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Mostly UTF-8 with a few broken sequences (a text cut by bytes, a bad paste): kept as UTF-8. */
function damagedUtf8(bytes: Uint8Array, declared: string | null): Decoded | null {
	const text = new TextDecoder('utf-8').decode(bytes);
	const broken = text.match(/\ufffd/g)?.length ?? 0;
	const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
	const limit = declared === 'utf-8' ? good / 4 : good / 20;
	return broken <= limit ? { text, encoding: 'utf-8', oddities: ['encoding.replaced'] } : null;
}

function guessed(bytes: Uint8Array, declared: string | null): Decoded {
	const encoding = guessSingleByte(bytes);
	const oddities: Oddity[] = declared === null ? ['encoding.guessed'] : ['encoding.declared_wrong', 'encoding.guessed'];
	return { text: decodeSingleByte(bytes, encoding), encoding, oddities };
}

function declaredInXml(bytes: Uint8Array): string | undefined {
	const head = String.fromCharCode(...bytes.subarray(0, 512));
	return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
}

function known(label: string | undefined): string | null {
	if (label === undefined) return null;
	try {
		return new TextDecoder(label).encoding;
	} catch {
		return null;
	}
}
