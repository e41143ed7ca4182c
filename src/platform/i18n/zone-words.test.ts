// The time of a place, as people call it.
import { expect, test } from 'vitest';
import { translatorFor } from './translator.ts';
import { zoneWords } from './zone-words.ts';

test.each([
	['fr', 'Africa/Casablanca', 'heure du Maroc'],
	['ar', 'Africa/Tunis', 'توقيت تونس'],
	['es', 'America/La_Paz', 'hora de Bolivia'],
	['en', 'Africa/Casablanca', 'Morocco time'],
] as const)('in %s the zone %s is called «%s»', (locale, zone, words) => {
	expect(zoneWords(zone, translatorFor(locale))).toBe(words);
});

test.each(['fr', 'ar', 'es', 'en'] as const)('in %s a zone from elsewhere is called in words too', (locale) => {
	const words = zoneWords('Europe/Paris', translatorFor(locale));
	expect(words).not.toContain('/');
	expect(words).not.toBe('');
});
