// Plural categories, compared with the rules of CLDR written out by hand.
import { describe, expect, test } from 'vitest';
import { choosePlural, pluralCategories, pluralCategory } from './plural.ts';

/** CLDR, cardinal rules of ar for whole numbers. */
function arabic(count: number): string {
	const rest = count % 100;
	if (count === 0) return 'zero';
	if (count === 1) return 'one';
	if (count === 2) return 'two';
	if (rest >= 3 && rest <= 10) return 'few';
	return rest >= 11 ? 'many' : 'other';
}

describe('pluralCategory', () => {
	test('follows the six Arabic forms from 0 to 103', () => {
		for (let count = 0; count <= 103; count += 1)
			expect([count, pluralCategory('ar', count)]).toEqual([count, arabic(count)]);
	});

	test('takes 0 and 1 as singular in French, and exact millions as many', () => {
		expect([0, 1, 1.5, 2, 1_000_000].map((count) => pluralCategory('fr', count))).toEqual([
			'one',
			'one',
			'one',
			'other',
			'many',
		]);
	});

	test('takes 0 as plural in Spanish and English', () => {
		expect([
			pluralCategory('es', 0),
			pluralCategory('en', 0),
			pluralCategory('es', 1),
			pluralCategory('en', 1),
		]).toEqual(['other', 'other', 'one', 'one']);
	});

	test('has its own rule for Tamazight whatever the machine speaks', () => {
		expect([0, 1, 2, 11, 99].map((count) => pluralCategory('zgh', count))).toEqual([
			'one',
			'one',
			'other',
			'one',
			'one',
		]);
	});
});

test('each language has exactly its categories', () => {
	const of = (locale: Parameters<typeof pluralCategories>[0]) => [...pluralCategories(locale)].sort();
	expect(of('ar')).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
	expect(of('fr')).toEqual(['many', 'one', 'other']);
	expect(of('es')).toEqual(['many', 'one', 'other']);
	expect(of('en')).toEqual(['one', 'other']);
	expect(of('zgh')).toEqual(['one', 'other']);
});

test('a missing category is answered by the general text', () => {
	expect(choosePlural('ar', { other: 'x' }, 2)).toBe('x');
});
