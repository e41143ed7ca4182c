// The choice of a reader's language.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dirOf, isLocale, locales, nameOf, negotiate } from './locales.ts';

describe('negotiate', () => {
	test.each([
		['ar-MA,fr;q=0.8', 'ar'],
		['de, es;q=0.5, en;q=0.7', 'en'],
		['FR-fr', 'fr'],
		['shi', 'zgh'],
		['ary;q=0.9, fr;q=0.2', 'ar'],
		['en ; q=0.3 , es', 'es'],
	] as const)('reads «%s» as %s', (header, expected) => {
		expect(negotiate(header)).toBe(expected);
	});

	test('stays within the languages of the space', () => {
		expect(negotiate('ar, fr;q=0.5', ['fr', 'es'])).toBe('fr');
	});

	test('gives the first language of the space when nothing is common or said', () => {
		expect(negotiate('de', ['es', 'en'])).toBe('es');
		expect(negotiate(undefined, ['zgh', 'fr'])).toBe('zgh');
	});

	test('never gives a language refused with quality 0, unless the space has no other', () => {
		expect(negotiate('*, ar;q=0', ['ar', 'en'])).toBe('en');
		expect(negotiate('ar;q=0', ['ar'])).toBe('ar');
	});

	test('answers an allowed language to any header', () => {
		fc.assert(
			fc.property(fc.string(), fc.subarray([...locales], { minLength: 1 }), (header, allowed) => {
				expect(allowed).toContain(negotiate(header, allowed));
			}),
		);
	});
});

test('only Arabic runs from right to left', () => {
	expect(locales.filter((locale) => dirOf(locale) === 'rtl')).toEqual(['ar']);
});

test('each language is named in its own script', () => {
	expect(nameOf('ar')).toMatch(/^\p{Script=Arabic}+$/u);
	expect(nameOf('zgh')).toMatch(/^\p{Script=Tifinagh}+$/u);
});

test('only exact names are languages', () => {
	expect([...locales, 'de', 'fr-FR', '', null].filter(isLocale)).toEqual(locales);
});
