import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode.ts';
import { decodeByTable, decodeSingleByte, tableOf } from './encodings.ts';

const arabic = 'جسور إذاعة جمعوية تبث من مدينة ورزازات، وتعنى بشؤون الساكنة والشباب والتنمية المحلية في الجهة.';
const french = 'L\u2019été dernier, les élèves du collège ont créé une émission à Agadir, très écoutée près de là.';

/** Encode by the same table, backwards. */
function encode(text: string, label: string): Uint8Array {
	const upper = decodeSingleByte(
		Uint8Array.from({ length: 128 }, (_, i) => i + 128),
		label,
	);
	return Uint8Array.from(text, (char) => {
		const code = char.charCodeAt(0);
		return code < 0x80 ? code : upper.indexOf(char) + 128;
	});
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decoding a feed', () => {
	it.each(['windows-1252', 'windows-1256'])(
		'decodes every byte of %s by the table, whatever the runtime does',
		(label) => {
			const all = Uint8Array.from({ length: 256 }, (_, i) => i);
			const table = tableOf(label) ?? '';
			expect(table).toHaveLength(128);
			expect(decodeByTable(all, table)).toBe(decodeSingleByte(all, label));
			expect(decodeSingleByte(all, label).slice(128)).toBe(table);
		},
	);

	it('takes an encoding from a declaration without quotation marks', () => {
		const head = utf8('<?xml version="1.0" encoding=koi8-r?><rss>');
		expect(decodeBytes(Uint8Array.from([...head, 0xf0, 0xd2, 0xc9])).text).toContain('При');
	});

	it('knows the letters of windows-1256 that differ from Latin ones', () => {
		expect(decodeSingleByte(Uint8Array.from([0xe1, 0xe3, 0xed, 0xc7, 0xe9, 0xa1, 0xbf, 0x90]), 'windows-1256')).toBe(
			'لمياé،؟گ',
		);
	});

	it('follows a byte order mark before anything else', () => {
		const wide = Buffer.from('\ufeff<rss>نص</rss>', 'utf16le');
		expect(decodeBytes(wide, 'text/xml; charset=iso-8859-1')).toMatchObject({
			text: '<rss>نص</rss>',
			encoding: 'utf-16le',
		});
		expect(decodeBytes(Buffer.from(wide).swap16()).text).toBe('<rss>نص</rss>');
		expect(decodeBytes(utf8('\ufeff<rss/>')).text).toBe('<rss/>');
	});

	it('recognises UTF-16 without a mark', () => {
		const text = '<?xml version="1.0"?><rss><title>abc</title></rss>';
		expect(decodeBytes(Buffer.from(text, 'utf16le')).text).toBe(text);
	});

	it('follows the XML declaration, then the header', () => {
		const declared = encode(`<?xml version="1.0" encoding="windows-1256"?><t>${arabic}</t>`, 'windows-1256');
		expect(decodeBytes(declared, 'text/xml; charset=iso-8859-1')).toMatchObject({
			encoding: 'windows-1256',
			oddities: [],
		});
		expect(decodeBytes(encode(arabic, 'windows-1256'), 'text/xml; charset="windows-1256"').text).toBe(arabic);
	});

	it('takes valid UTF-8 for what it is when the file says otherwise', () => {
		const decoded = decodeBytes(utf8(`<?xml version="1.0" encoding="ISO-8859-1"?><t>${arabic}</t>`));
		expect(decoded.text).toContain(arabic);
		expect(decoded.oddities).toEqual(['encoding.declared_wrong']);
	});

	it.each([
		['windows-1256', arabic],
		['windows-1256', `${arabic} ${french}`.replace('è', 'è')],
		['iso-8859-6', arabic],
		['windows-1252', french],
		['iso-8859-15', "Le cœur des sœurs, une œuvre à vingt €, l'été"],
	])('guesses %s when nothing is said', (label, text) => {
		const decoded = decodeBytes(encode(text, label));
		expect(decoded).toMatchObject({ text, encoding: label, oddities: ['encoding.guessed'] });
	});

	it('guesses when the file wrongly says UTF-8', () => {
		const decoded = decodeBytes(encode(`<?xml version="1.0" encoding="utf-8"?><t>${arabic}</t>`, 'windows-1256'));
		expect(decoded.text).toContain(arabic);
		expect(decoded.oddities).toEqual(['encoding.declared_wrong', 'encoding.guessed']);
	});

	it('keeps UTF-8 with one broken sequence', () => {
		const bytes = Buffer.concat([utf8(arabic), Buffer.from([0xd8]), utf8(' suite')]);
		expect(decodeBytes(bytes)).toMatchObject({ text: `${arabic}\ufffd suite`, oddities: ['encoding.replaced'] });
	});

	it.each([
		['cp850', [0x82, 0x87], 'éç'],
		['IBM437', [0x9b], '¢'],
		['ibm720', [0xa0], 'ب'],
		['cp1256', [0xcc], 'ج'],
		['ISO_8859-6', [0xcc], 'ج'],
		['latin_1', [0xe9], 'é'],
		['mac_roman', [0x8e], 'é'],
		['koi8-r', [0xc1], 'а'],
		['gb2312', [0xc4, 0xa3], '模'],
		['iso-2022-jp', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42], '日'],
	])('knows %s by that name', (label, bytes, text) => {
		const head = Buffer.from(`<?xml version="1.0" encoding="${label}"?><t>`);
		expect(decodeBytes(Buffer.concat([head, Buffer.from(bytes)])).text).toBe(head.toString() + text);
	});

	it('recognises UTF-32 and EBCDIC by their first bytes', () => {
		const text = '<?xml version="1.0"?><t>جسور 🌉</t>';
		for (const little of [true, false])
			for (const mark of ['', '\ufeff']) {
				const codes = Array.from(mark + text, (char) => char.codePointAt(0) ?? 0);
				const view = new DataView(new ArrayBuffer(codes.length * 4));
				for (const [i, code] of codes.entries()) view.setUint32(i * 4, code, little);
				expect(decodeBytes(new Uint8Array(view.buffer)).text).toBe(text);
			}
		expect(decodeBytes(Buffer.from('4c6fa7946e4c956e855161', 'hex')).text).toBe('<?xm><n>eé/');
	});

	it('does not believe that Arabic is Latin 1', () => {
		const bytes = encode(`<?xml version="1.0" encoding="iso-8859-1"?><t>${arabic}</t>`, 'windows-1256');
		expect(decodeBytes(bytes)).toMatchObject({ encoding: 'windows-1256' });
	});

	it('ignores an unknown charset', () => {
		expect(decodeBytes(utf8(arabic), 'text/xml; charset=martian').text).toBe(arabic);
	});

	it('never throws, and leaves every UTF-8 text as it was', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 400 }),
				fc.string(),
				(bytes, type) => typeof decodeBytes(bytes, type).text === 'string',
			),
		);
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
				fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
				expect(decodeBytes(utf8(text)).text).toBe(text);
			}),
		);
	});
});

it.each([
	['cut in a letter', '<title>Fête</title><title>Été ', [0xc3], '<title>Fête</title><title>Été '],
	['cut in a sign of three bytes', '<title>Marché d’été ', [0xe2, 0x80], '<title>Marché d’été '],
	['one stray byte among few letters', '<title>Fête du thé ', [0xe9, 0x20], '<title>Fête du thé é '],
])('UTF-8 with few accents stays UTF-8: %s', (_, text, more, expected) => {
	for (const prolog of ['', '<?xml version="1.0" encoding="utf-8"?>']) {
		const bytes = Uint8Array.from([...new TextEncoder().encode(prolog + text), ...more]);
		expect(decodeBytes(bytes)).toMatchObject({ encoding: 'utf-8', text: prolog + expected });
	}
});
