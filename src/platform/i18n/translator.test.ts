// Messages found, filled, isolated and labelled when they come from another language.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogues } from './catalogues.ts';
import { createTranslator } from './create-translator.ts';
import { locales } from './locales.ts';
import type { Locale } from './locales.ts';
import { isMessageKey, translatorFor } from './translator.ts';

const ours = {
	ar: {
		by: 'بقلم {name}',
		found: {
			zero: 'لا نتائج',
			one: 'نتيجة',
			two: 'نتيجتان',
			few: '{count} نتائج',
			many: '{count} نتيجة',
			other: '{count} نتيجة',
		},
	},
	fr: {
		by: 'Par {name}',
		only: 'Seulement ici',
		found: { one: '{count} résultat', many: '{count} de résultats', other: '{count} résultats' },
	},
	es: {},
	en: { by: 'By {name}' },
	zgh: { by: '{name}' },
};
const translatorOver = (locale: Locale, second: Locale = 'fr') =>
	createTranslator(locale, [locale, second, 'fr'], ours);

describe('a translator', () => {
	test('fills named parameters', () => {
		expect(translatorOver('fr').code('by', { name: 'Fatima' })).toBe('Par Fatima');
	});

	test('isolates a Latin name in an Arabic line and an Arabic name in a Latin one, and nothing else', () => {
		expect(translatorOver('ar').code('by', { name: 'Fatima' })).toBe('بقلم \u2068Fatima\u2069');
		expect(translatorOver('ar').code('by', { name: 'فاطمة' })).toBe('بقلم فاطمة');
		expect(translatorOver('fr').code('by', { name: 'فاطمة' })).toBe('Par \u2068فاطمة\u2069');
		expect(translatorOver('zgh').code('by', { name: 'فاطمة' })).toBe('\u2068فاطمة\u2069');
	});

	test('leaves web addresses clickable', () => {
		expect(translatorOver('ar').code('by', { name: 'https://a.example/x' })).toBe('بقلم https://a.example/x');
	});

	test('takes parameters as they are, even when they look like placeholders or patterns', () => {
		expect(translatorOver('fr').code('by', { name: '{name} $& $1' })).toBe('Par {name} $& $1');
	});

	test('shows a forgotten parameter by its name', () => {
		expect(translatorOver('fr').code('by', {})).toBe('Par {name}');
		expect(translatorOver('fr').code('by', Object.create({ name: 'x' }) as Record<string, string>)).toBe('Par {name}');
	});

	test('chooses plural forms and groups large counts without an ordinary space', () => {
		const [ar, fr] = [translatorOver('ar'), translatorOver('fr')];
		expect([0, 1, 2, 3, 11].map((count) => ar.code('found', { count }))).toEqual([
			'لا نتائج',
			'نتيجة',
			'نتيجتان',
			'3 نتائج',
			'11 نتيجة',
		]);
		expect([0, 1, 2].map((count) => fr.code('found', { count }))).toEqual(['0 résultat', '1 résultat', '2 résultats']);
		expect(fr.code('found', { count: 12_345 })).toBe('12\u202f345 résultats');
	});

	test('falls back to the second language, then to French, with that language’s plurals, and says so', () => {
		const t = translatorOver('zgh', 'ar');
		expect(t.code('found', { count: 2 })).toBe('نتيجتان');
		expect(t.attrs('found')).toEqual({ lang: 'ar', dir: 'rtl' });
		expect(t.code('only')).toBe('Seulement ici');
		expect(t.attrs('only')).toEqual({ lang: 'fr', dir: 'ltr' });
		expect(t.attrs('by')).toEqual({});
	});

	test('gives back a key that nobody translated, also names every object has', () => {
		expect(translatorOver('en').code('nothing.here')).toBe('nothing.here');
		expect(translatorOver('en').code('toString')).toBe('toString');
		expect(translatorOver('en').attrs('constructor')).toEqual({});
	});
});

describe('translatorFor', () => {
	test('builds each translator once', () => {
		expect(translatorFor('fr')).toBe(translatorFor('fr'));
		expect(translatorFor('zgh')).not.toBe(translatorFor('zgh', 'ar'));
	});

	test('requires exactly the parameters of the text', () => {
		const t = translatorFor('fr');
		const misuse = () => [
			// @ts-expect-error a parameter is missing
			t('field.too_long'),
			// @ts-expect-error the parameter has another name
			t('field.too_long', { min: 3 }),
			// @ts-expect-error this text takes none
			t('common.save', { max: 3 }),
			// @ts-expect-error a plural needs its count
			t('common.results_count'),
			// @ts-expect-error no such key
			t('common.saev'),
		];
		expect(misuse).not.toThrow();
		expect(t('field.too_long', { max: 80 })).toContain('80');
	});

	test('never throws and always says something, for any key, language and parameters', () => {
		const keys = Object.keys(catalogues.fr);
		const values = fc.dictionary(
			fc.oneof(fc.constantFrom('count', 'name', 'max', 'min', 'id'), fc.string()),
			fc.oneof(fc.string(), fc.double()),
		);
		fc.assert(
			fc.property(fc.constantFrom(...locales), fc.constantFrom(...keys), values, (locale, key, params) => {
				const t = translatorFor(locale);
				expect(t.code(key, params)).not.toBe('');
				expect(t.code(key, params)).not.toBe(key);
				expect(isMessageKey(key)).toBe(true);
			}),
		);
	});
});
