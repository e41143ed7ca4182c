import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstStrongDir, foreignLocale, guessLocale, slugify, stripBidiControls } from './index.ts';

describe('direction', () => {
	it.each([
		['جسور Joussour', 'rtl'],
		['Joussour جسور', 'ltr'],
		['2026: جسور', 'rtl'],
		['ⴰⵣⵓⵍ', 'ltr'],
		['12:30 !', 'auto'],
		['', 'auto'],
		['\u2068Ana\u2069 كتبت', 'rtl'],
		['\u200f123', 'rtl'],
	] as const)('of %j is %s', (text, dir) => {
		expect(firstStrongDir(text)).toBe(dir);
	});
});

describe('language', () => {
	it.each([
		['Nous sommes dans la rue avec les enfants du quartier', 'fr'],
		["L'eau c'est la vie, et elle manque à l'école", 'fr'],
		['Los niños están en la calle con nosotros', 'es'],
		['Queremos agua para todos los barrios', 'es'],
		['The people are in the street and they want water', 'en'],
		['مرحبا بكم في جسور', 'ar'],
		['شكرا merci', null],
		['ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ', 'zgh'],
		['ok', null],
		['Maroc 2026', null],
		['salam khoya labas 3lik', null],
		['این کتاب خوب است که می‌خوانم', null],
		['https://the.example/of/and/the', null],
		['', null],
	] as const)('of %j is %s', (text, locale) => {
		expect(guessLocale(text)).toBe(locale);
	});
});

describe('display names', () => {
	it('lose what reorders or hides characters', () => {
		expect(stripBidiControls('Ana\u202egpj.exe')).toBe('Anagpj.exe');
		expect(stripBidiControls('\u2066أمينة\u2069\u200f\u200b\ufeff')).toBe('أمينة');
		expect(stripBidiControls('a\u0000b\u0007')).toBe('ab');
	});
	it('keep joiners where scripts and emoji need them', () => {
		expect(stripBidiControls('می\u200cخوانم')).toBe('می\u200cخوانم');
		expect(stripBidiControls('👩\u200d👧')).toBe('👩\u200d👧');
		expect(stripBidiControls('\u200dAna\u200c')).toBe('Ana');
	});
});

describe('slugs', () => {
	it.each([
		['Égalité & œuvre : l’été', 'egalite-oeuvre-l-ete'],
		['العَرَبِيّة ــ جسور ٢٠٢٦', 'العربية-جسور-2026'],
		['ⵜⴰⵎⴰⵣⵉⵖⵜ ⵏ ⵓⵙⵏⵎⴰⵍⴰ', 'ⵜⴰⵎⴰⵣⵉⵖⵜ-ⵏ-ⵓⵙⵏⵎⴰⵍⴰ'],
		['¿Qué pasó, señor?', 'que-paso-senor'],
		['  --Hello__World--  ', 'hello-world'],
		['ﻼ', 'لا'],
		['Ǽsir', 'aesir'],
		['../../etc/passwd', 'etc-passwd'],
		['!!! 😀', 'x-1'],
		['', 'x-1'],
	])('of %j is %s', (title, slug) => {
		expect(slugify(title, 'x-1')).toBe(slug);
	});
	it('hold at most 80 characters, whole words where possible, and only letters, digits and single hyphens', () => {
		expect(slugify('mot '.repeat(40), 'x')).toMatch(/^(?:mot-){19}mot$/);
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
				const slug = slugify(title, 'fallback');
				expect(slug).toMatch(/^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*(?:-[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*)*$/u);
				expect(slug.length).toBeLessThanOrEqual(80);
				expect(slugify(slug, 'fallback')).toBe(slug);
			}),
		);
	});
});

describe('the language told beside a text', () => {
	const french = 'Nous sommes dans la rue avec les enfants du quartier';
	it.each([
		['in the reader’s own', french, 'fr', 'fr', null],
		['in another one', french, 'fr', 'ar', 'fr'],
		['in letters of another script', 'نريد ماء نظيفا لكل أحياء المدينة', 'ar', 'fr', 'ar'],
		['too short to tell', 'Merci pour tout, les gars', 'fr', 'ar', null],
		['kept under the language of its page only', 'Wach kayn chi jdid f had lmawdou3 dyal tri9', 'fr', 'ar', null],
		['kept under another than its words are in', french, 'es', 'ar', null],
	] as const)('%s', (_name, text, kept, reader, told) => {
		expect(foreignLocale(text, kept, reader)).toBe(told);
	});
});
