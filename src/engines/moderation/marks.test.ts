// Marks fall where screening pointed, and no letter is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedParts } from './marks.ts';

const shown = (text: string, spans: { start: number; end: number }[]) =>
	markedParts(text, spans)
		.map((part) => (part.marked ? `[${part.text}]` : part.text))
		.join('');

describe('marks in a held text', () => {
	it('fall on the spans', () => {
		expect(shown('appelez le 0600000000 vite', [{ start: 11, end: 21 }])).toBe('appelez le [0600000000] vite');
	});

	it('join when they overlap', () => {
		expect(
			shown('abcdef', [
				{ start: 3, end: 5 },
				{ start: 1, end: 4 },
			]),
		).toBe('a[bcde]f');
	});

	it('stay inside a text that has become shorter', () => {
		expect(
			shown('abc', [
				{ start: 2, end: 90 },
				{ start: 50, end: 60 },
			]),
		).toBe('ab[c]');
	});

	it('take a whole character', () => {
		expect(shown('a😀b', [{ start: 2, end: 2 }])).toBe('a😀b');
		expect(shown('a😀b', [{ start: 1, end: 2 }])).toBe('a[😀]b');
	});

	it('lose no letter, whatever the spans', () => {
		const span = fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) });
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				fc.array(span),
				(text, spans) =>
					markedParts(text, spans)
						.map((part) => part.text)
						.join('') === text,
			),
		);
	});
});
