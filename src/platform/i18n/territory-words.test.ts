// The words for levels of territory follow the country, not the language.
import { describe, expect, test } from 'vitest';
import { territoryLevels, territoryWord } from './territory-words.ts';
import { translatorFor } from './translator.ts';

const said = (country: string, level: string, amount: 'one' | 'several' = 'one', locale: 'ar' | 'es' = 'ar') => {
	const key = territoryWord(country, level, amount);
	return key && translatorFor(locale)(key);
};

describe('territoryWord', () => {
	test('names a commune as its country does', () => {
		expect(said('MA', 'commune')).toBe('جماعة');
		expect(said('TN', 'municipality', 'several')).toBe('بلديات');
		expect(said('BO', 'municipality', 'one', 'es')).toBe('Municipio');
		expect(said('MA', 'prefecture')).toBe('عمالة');
		expect(said('TN', 'delegation')).toBe('معتمدية');
	});

	test('has both labels for every level of every pack', () => {
		for (const [country, levels] of Object.entries(territoryLevels)) {
			for (const level of levels) {
				expect([country, level, territoryWord(country, level)]).not.toContain(null);
				expect([country, level, territoryWord(country, level, 'several')]).not.toContain(null);
			}
		}
	});

	test('takes common levels from the common pack and admits what it does not know', () => {
		expect(territoryWord('TN', 'country')).toBe('territory.any.country.one');
		expect(territoryWord('MA', 'galaxy')).toBeNull();
	});
});
