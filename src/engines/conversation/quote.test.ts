// Quoted lines are found, kept apart and never quoted twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownWords, partsOf, quoteOf } from './quote.ts';

describe('quotes in plain text', () => {
	it('keeps apart what is quoted and what is said', () => {
		expect(partsOf('> Deux minibus\n> suffisent.\n\nPas en hiver.')).toEqual([
			{ kind: 'quote', text: 'Deux minibus\nsuffisent.' },
			{ kind: 'text', text: 'Pas en hiver.' },
		]);
	});

	it('does not take a sign inside a line for a quote', () => {
		expect(partsOf('3 > 2')).toEqual([{ kind: 'text', text: '3 > 2' }]);
	});

	it('quotes only somebody’s own words', () => {
		expect(quoteOf('> before\n\nالماء أولا')).toBe('> الماء أولا\n\n');
		expect(quoteOf('> nothing else')).toBe('');
	});

	it('shortens a long quote to whole characters', () => {
		expect(Array.from(quoteOf('😀'.repeat(500), 10))).toHaveLength(10 + 2 + 2);
	});

	it('quotes any text so that nothing of it is taken for the answer', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => ownWords(quoteOf(text)) === ''));
	});

	it('loses no word of any text', () => {
		const letters = (text: string) => text.replace(/[\s>]/g, '');
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				(text) =>
					letters(
						partsOf(text)
							.map((part) => part.text)
							.join(''),
					) === letters(text),
			),
		);
	});
});
