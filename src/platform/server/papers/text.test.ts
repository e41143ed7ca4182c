// What happens to people's text before it is set.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOf, inlinePrintable, languageOf, paragraphPrintable, printable } from './text.ts';

describe('text for print', () => {
	it('takes the direction of the first letter, whatever stands before it', () => {
		expect(directionOf('2026 قانون 43.22', 'ltr')).toBe('rtl');
		expect(directionOf('« Nous » قال', 'rtl')).toBe('ltr');
		expect(directionOf('ⴰⵣⵓⵍ', 'rtl')).toBe('ltr');
		expect(directionOf('1 032', 'rtl')).toBe('rtl');
	});

	it('names a language only when the script tells', () => {
		expect(languageOf('الحي', { lang: 'fr', dir: 'ltr' })).toBe('ar');
		expect(languageOf('le quartier', { lang: 'ar', dir: 'rtl' })).toBe('und');
		expect(languageOf('le quartier', { lang: 'fr', dir: 'ltr' })).toBe('fr');
	});

	it('holds digit groups together, and leaves years and telephone numbers alone', () => {
		expect(printable('1 032 et 12 345 678')).toBe('1\u202f032 et 12\u202f345\u202f678');
		expect(printable('en 2026 100 personnes')).toBe('en 2026 100 personnes');
		expect(printable('06 12 34 56 78')).toBe('06 12 34 56 78');
	});

	it('isolates what would reorder an Arabic line', () => {
		expect(inlinePrintable('-5 %', 'rtl')).toBe('\u2066-5 %\u2069');
		expect(inlinePrintable('Larache', 'rtl')).toBe('\u2068Larache\u2069');
		expect(inlinePrintable('العرائش', 'rtl')).toBe('العرائش');
		expect(inlinePrintable('العرائش', 'ltr')).toBe('\u2068العرائش\u2069');
		expect(paragraphPrintable('منهم 41 % من', 'rtl')).toBe('منهم \u206641\u202f%\u2069 من');
		expect(paragraphPrintable('dont 41 % de', 'ltr')).toBe('dont 41 % de');
	});

	it('lets nothing run off the paper, and never leaves a control or half a letter', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 4, max: 40 }), (text, longest) => {
				const out = printable(text, longest);
				expect(out.isWellFormed()).toBe(true);
				expect(out).not.toMatch(/[\p{Cs}\0-\x08\u202a-\u202e]/u);
			}),
			{ numRuns: 60 },
		);
		const parts = printable('x'.repeat(10_000)).split('\u200b');
		expect(parts.every((part) => part.length <= 40)).toBe(true);
		expect(parts.join('')).toBe('x'.repeat(10_000));
	});
});
