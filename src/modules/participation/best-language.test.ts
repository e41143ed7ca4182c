// Which language a reader gets.
import { expect, test } from 'vitest';
import { inBestLanguage } from './best-language.ts';

const texts = { fr: 'oui', ar: 'نعم', es: 'sí' };
test.each([
	['the reader’s own', 'ar', ['fr'], 'ar'],
	['the first preferred one there is', 'en', ['zgh', 'fr', 'ar'], 'fr'],
	['any, always the same, when none is preferred', 'en', [], 'ar'],
])('%s', (_case, locale, preferred, expected) => {
	expect(inBestLanguage(texts, locale, preferred)?.locale).toBe(expected);
});

test('nothing when there is no text, and no name of an object’s own parts', () => {
	expect(inBestLanguage({}, 'fr', ['ar'])).toBeNull();
	expect(inBestLanguage({}, 'constructor')).toBeNull();
});
