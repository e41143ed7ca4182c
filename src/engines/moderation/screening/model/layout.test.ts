// The layout of a text: length, long numbers and signs between words, not the disguise of words.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { seededRandom } from '#platform/random.ts';
import { layoutOf } from './layout.ts';
import { Reader } from './read.ts';
import type { TrainingText } from './rows.ts';
import { Judge } from './score.ts';
import { train } from './train.ts';

const reader = new Reader();
const marks = (text: string) => [...layoutOf(reader.read(text))].sort();

describe('layout', () => {
	it('tells long numbers, signs and length apart', () => {
		const plain = marks('venez demain au marché');
		expect(plain).toHaveLength(1);
		expect(marks('venez demain au marché !')).toHaveLength(2);
		expect(marks('venez demain au marché !!')).not.toEqual(marks('venez demain au marché !'));
		expect(marks('venez demain au marché 06123')).not.toEqual(marks('venez demain au marché 061234'));
		expect(marks('venez')).not.toEqual(plain);
	});

	it.each([
		'v.e.n.e.z demain au marché',
		'v*nez demain au marché',
		'ven3z d3main au marché',
		'v3n32 d3m41n au marché',
		'v\u200benez demain au marché',
	])('is that of the plain text in %s', (disguised) => {
		expect(marks(disguised)).toEqual(marks('venez demain au marché'));
	});

	it('is a handful of numbers, whatever is written', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => marks(text).length <= 26));
	});

	it('teaches where few texts of one file do, and not where it would tell the files apart', () => {
		const words = 'place pain prix voisin route lampe jardin école demain soir pluie vent sable mur'.split(' ');
		const random = seededRandom(5);
		const said = () => Array.from({ length: 7 }, () => words[Math.floor(random() * words.length)]).join(' ');
		const texts = (from: string, sign: string): TrainingText[] =>
			Array.from({ length: 600 }, (_, i) => ({
				text: `${said()}${i % 2 === 0 ? sign : ''}`,
				label: i % 2 === 0 ? 1 : 0,
				from,
			}));
		const one = train({ texts: texts('a.jsonl', ' !!!') });
		expect(new Judge(one).judge('sable vent jardin mur pain soir route !!!').score).toBeGreaterThan(0.5);
		expect(new Judge(one).judge('sable vent jardin mur pain soir route').score).toBeLessThan(0.5);
		expect(one.heads.map(({ layout }) => layout > 0)).toEqual([true]);
		const two = train({ texts: [...texts('a.jsonl', ' !!!'), ...texts('b.jsonl', ' ??')] });
		expect(two.heads.map(({ layout }) => layout)).toEqual([0]);
	});
});
