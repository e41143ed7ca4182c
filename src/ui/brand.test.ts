// Brand colours become accents that can be read.
import { expect, test } from 'vitest';
import { brandOf } from './brand.ts';

test('a flag red keeps its hue and is dark enough', () => {
	const brand = brandOf('#c1272d');
	expect(brand).toMatchObject({ hue: 20, chroma: 'high', said: 'dark_enough' });
	expect(brand!.ratio).toBeGreaterThan(4.5);
});

test('a light yellow keeps its hue and is said to be drawn darker', () => {
	const brand = brandOf('#ffd400');
	expect(brand?.hue).toBe(90);
	expect(brand?.said).toBe('too_light');
	expect(brand!.ratio).toBeLessThan(2);
});

test('a greyish colour takes the quiet accent', () => {
	expect(brandOf('#6b7a8a')?.chroma).toBe('low');
});

test('a word is no colour', () => {
	expect(brandOf('bleu')).toBeNull();
});
