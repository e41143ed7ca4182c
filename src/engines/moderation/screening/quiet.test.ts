// The quick look at a text says quiet only where the close reading finds nothing.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findWords } from './find-words.ts';
import { lexiconOf, type WordEntry } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { isQuiet } from './quiet.ts';

const entry = (pattern: string): WordEntry => ({ pattern, match: 'skeleton' });
const lexicon = lexiconOf(['zbrouk', 'flimpe*', 'grand nigo', 'grand petit nigo', '*oumi dalo'].map(entry));
const found = (text: string) => findWords(normalise(text), lexicon).length;

describe('the quick look', () => {
	it.each([
		'un zbrouk',
		'zbr0uk!',
		'z.b.r.o.u.k',
		'z b r o u k',
		'zbr*uk demain',
		'les flimpette',
		'grand nigo',
		'grand\u00a0nigo',
		'grand … nigo',
		'grand-nigo',
		'ah grand\npetit nigo',
		'le soumi dalo',
	])('sees that %s must be read', (text) => {
		expect(found(text)).toBeGreaterThan(0);
		expect(isQuiet(text, lexicon)).toBe(false);
	});

	it.each(['', 'un deux trois', 'a b mot c d', 'grand marché', 'a 12 b', 'où ? là !'])('leaves %s alone', (text) => {
		expect(isQuiet(text, lexicon)).toBe(true);
		expect(isQuiet(text, lexicon)).toBe(true);
	});

	it('is never quiet where something is found', () => {
		const part = fc.constantFrom(
			...'zbrouk flimp flimpe grand petit nigo oumi dalo z b r o u k * . - _ 0 é zbr uk … 😀'.split(' '),
		);
		const between = fc.constantFrom(' ', '', '\n', '\u00a0', '\t', '. ', '-', '\u200b');
		fc.assert(
			fc.property(fc.array(fc.tuple(part, between), { maxLength: 12 }), (pieces) => {
				const text = pieces.flat().join('');
				expect(isQuiet(text, lexicon) && found(text) > 0).toBe(false);
			}),
			{ numRuns: 5000 },
		);
	});
});
