// Marked words and passages of search results.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight, passage } from './highlight.ts';

const marked = (text: string, query: string) =>
	highlight(text, query)
		.filter((piece) => piece.hit)
		.map((piece) => piece.text);

describe('marked words', () => {
	it('match through hamza forms, vowel marks, ta marbuta and the article', () => {
		expect(marked('أُنجزت إنارة الطّريق بالمدرسة', 'انارة طريق')).toEqual(['إنارة', 'الطّريق']);
	});
	it('match through accents, case and elision', () => {
		expect(marked('L’Eau et l’école d’été', 'eau ecole')).toEqual(['Eau', 'école']);
	});
	it('match the last word of the query as a beginning, the others whole', () => {
		expect(marked('eau eaux écoles école', 'eau ecol')).toEqual(['eau', 'écoles', 'école']);
	});
	it('leave a text whole, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
				expect(
					highlight(text, query)
						.map((piece) => piece.text)
						.join(''),
				).toBe(text);
			}),
		);
	});
});

describe('the passage', () => {
	const long = `${'un deux trois '.repeat(40)}barrage ${'quatre cinq '.repeat(40)}`;
	it('holds the first match, with dots where it was cut', () => {
		const shown = passage(long, 'barrage');
		expect(shown).toContain('barrage');
		expect(shown.length).toBeLessThan(200);
		expect(shown).toMatch(/^… .*…$/u);
	});
	it('is a part of the text, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 600 }), fc.string(), (text, query) => {
				expect(text).toContain(passage(text, query).replace(/^… /u, '').replace(/…$/u, ''));
			}),
		);
	});
});
