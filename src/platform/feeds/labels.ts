// Names of encodings as feeds write them, and the decoders beyond the runtime's: DOS, EBCDIC, UTF-32.
import { codepages as dos } from './codepages.ts';
import { ebcdicPages, moreCodepages } from './codepages-more.ts';
import { decodeSevenBit, isSevenBit } from './seven-bit.ts';

const codepages: Readonly<Record<string, string>> = { ...dos, ...moreCodepages };

const aliases: Readonly<Record<string, string>> = {
	'utf-16be': 'utf-16be',
	u8: 'utf-8',
	'utf-8-sig': 'utf-8',
	ucs2: 'utf-16be',
	'iso-10646-ucs-2': 'utf-16be',
	csunicode: 'utf-16be',
	ucs4: 'utf-32be',
	'ucs-4': 'utf-32be',
	csucs4: 'utf-32be',
	'iso-10646-ucs-4': 'utf-32be',
	'utf-32': 'utf-32be',
	'utf-32be': 'utf-32be',
	'utf-32le': 'utf-32le',
	mac: 'macintosh',
	'mac-roman': 'macintosh',
	macroman: 'macintosh',
	'mac-cyrillic': 'x-mac-cyrillic',
	maccyrillic: 'x-mac-cyrillic',
	'mac-greek': 'x-mac-greek',
	macgreek: 'x-mac-greek',
	'mac-iceland': 'x-mac-icelandic',
	maciceland: 'x-mac-icelandic',
	'mac-latin2': 'x-mac-ce',
	maclatin2: 'x-mac-ce',
	'mac-centeuro': 'x-mac-ce',
	'mac-turkish': 'x-mac-turkish',
	macturkish: 'x-mac-turkish',
	'kz-1048': 'kz1048',
	'strk1048-2002': 'kz1048',
	rk1048: 'kz1048',
	pt154: 'ptcp154',
	cp154: 'ptcp154',
	'cyrillic-asian': 'ptcp154',
	roman8: 'hp-roman8',
	r8: 'hp-roman8',
	hz: 'hz-gb-2312',
	'hz-gb': 'hz-gb-2312',
	cp932: 'shift_jis',
	ms932: 'shift_jis',
	mskanji: 'shift_jis',
	'shift-jis-2004': 'shift_jis',
	'shift-jisx0213': 'shift_jis',
	'euc-jis-2004': 'euc-jp',
	'euc-jisx0213': 'euc-jp',
	eucjp: 'euc-jp',
	euckr: 'euc-kr',
	cp949: 'euc-kr',
	ms949: 'euc-kr',
	uhc: 'euc-kr',
	cp936: 'gbk',
	ms936: 'gbk',
	cp950: 'big5',
	ms950: 'big5',
	big5hkscs: 'big5',
	cp65001: 'utf-8',
	utf8mb4: 'utf-8',
	ebcdic: 'ibm037',
	'ebcdic-cp-us': 'ibm037',
	'ebcdic-cp-be': 'ibm500',
};

const runtimeKnows = (label: string): string | null => {
	try {
		return new TextDecoder(label).encoding;
	} catch {
		return null;
	}
};

/** The canonical name of an encoding, or null when it is unknown. Underscores, missing dashes and `cp1256` are understood. */
export function knownLabel(written: string | undefined): string | null {
	if (written === undefined) return null;
	const label = written.trim().toLowerCase().replace(/_/g, '-');
	const number = /^(?:cp|ibm|dos|windows|win|x-cp|cp-|ibm-?|ebcdic-cp)-?0*(\d{2,4})$/.exec(label)?.[1];
	const page = number && `ibm${number.padStart(3, '0')}`;
	if (isSevenBit(aliases[label] ?? label)) return aliases[label] ?? label;
	if (codepages[label] !== undefined) return label;
	if (/^(?:csiso)?(?:iso)-?2022-?jp-?[-a-z\d]*$/.test(label)) return 'iso-2022-jp';
	return (
		aliases[label] ??
		(label.startsWith('ks') ? runtimeKnows(written) : null) ??
		(page && (codepages[page] || ebcdic(page)) ? page : null) ??
		runtimeKnows(label) ??
		(number ? runtimeKnows(`windows-${number}`) : null) ??
		runtimeKnows(label.replace(/^(?:iso)?-?8859-?(\d+)$/, 'iso-8859-$1').replace(/^latin-(\d)$/, 'latin$1'))
	);
}

/** Bytes by a table of 256 characters. */
function byTable(bytes: Uint8Array, table: string): string {
	let text = '';
	for (let start = 0; start < bytes.length; start += 8192)
		text += String.fromCharCode(...Array.from(bytes.subarray(start, start + 8192), (byte) => table.charCodeAt(byte)));
	return text;
}

const ascii = String.fromCharCode(...Array.from({ length: 128 }, (_, i) => i));

function utf32(bytes: Uint8Array, little: boolean): string {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let text = '';
	for (let at = 0; at + 4 <= bytes.length; at += 4) {
		const code = view.getUint32(at, little);
		if (at === 0 && code === 0xfeff) continue;
		text += code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
	}
	return text;
}

/** Decodes what the runtime does not know; null when `label` is not one of these. */
export function decodeRare(bytes: Uint8Array, label: string): string | null {
	if (label.startsWith('utf-32')) return utf32(bytes, label === 'utf-32le');
	if (isSevenBit(label)) return decodeSevenBit(bytes, label);
	const page = codepages[label];
	if (page !== undefined) return byTable(bytes, ascii + page);
	const table = ebcdic(label);
	return table === null ? null : byTable(bytes, table);
}

/** Letters, digits and signs of EBCDIC 037 by hundreds of the byte's high half; the control characters that texts use. */
const ebcdicRows = [
	' \u00a0âäàáãåçñ¢.<(+|',
	'&éêëèíîïìß!$*);¬',
	'-/ÂÄÀÁÃÅÇÑ¦,%_>?',
	'øÉÊËÈÍÎÏÌ`:#@\'="',
	'Øabcdefghi«»ðýþ±',
	'°jklmnopqrªºæ¸Æ¤',
	'µ~stuvwxyz¡¿ÐÝÞ®',
	'^£¥·©§¶¼½¾[]¯¨´×',
	'{ABCDEFGHI\u00adôöòóõ',
	'}JKLMNOPQR¹ûüùúÿ',
	'\\÷STUVWXYZ²ÔÖÒÓÕ',
	'0123456789³ÛÜÙÚ\u009f',
];
const controls = new Map([
	[0x05, '\t'],
	[0x0d, '\r'],
	[0x15, '\n'],
	[0x25, '\n'],
]);
/** Where EBCDIC 500 differs from 037. */
const belgian = new Map([
	[0x4a, '['],
	[0x4f, '!'],
	[0x5a, ']'],
	[0x5f, '^'],
	[0xb0, '¢'],
	[0xba, '¬'],
	[0xbb, '|'],
]);

function ebcdic(label: string): string | null {
	const page = label === 'ibm037' || label === 'ibm500' ? ebcdicRows.join('') : ebcdicPages[label];
	if (page === undefined) return null;
	const base = Array.from({ length: 64 }, (_, byte) => controls.get(byte) ?? ' ').join('') + page;
	if (label !== 'ibm500') return base;
	return Array.from(base, (char, byte) => belgian.get(byte) ?? char).join('');
}
