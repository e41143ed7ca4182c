// Categories of words: the lists, what a text is about in each language, and what a model learns from it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reader } from '../read.ts';
import type { TrainingText } from '../rows.ts';
import { Judge } from '../score.ts';
import { train } from '../train.ts';
import { WordCount } from '../vocabulary.ts';
import { LISTS } from './lists.ts';
import { categoriesOf } from './marks.ts';
import { CATEGORIES } from './names.ts';

const reader = new Reader();
const marks = (text: string) => [...categoriesOf(reader.read(text))].sort();

describe('the lists', () => {
	it.each(LISTS.map((list, i) => [i, list] as const))(
		'list %i names known categories and plain words, once each',
		(_, list) => {
			for (const [category, words] of Object.entries(list)) {
				expect(CATEGORIES).toContain(category);
				const all = words.split(' ');
				expect(new Set(all).size).toBe(all.length);
				for (const word of all) expect(word).toMatch(/^[\p{L}\p{M}\p{N}\p{S}\u{fe0f}]+[*~]?$/u);
			}
		},
	);
});

describe('what a text is about', () => {
	it.each([
		['eres idiota', 'sois imbéciles'],
		['t’es un connard', 'vous êtes des connards'],
		['you are a liar', 'you are liars'],
		['هاد الكذاب', 'هاد المنافق'],
		['شكرا ليك', 'merci ليك'],
		['nta hmar', 'nti 7mar'],
		['que asco 🤢', 'que asco 💩'],
	])('is the same in “%s” and “%s”', (one, other) => {
		expect(marks(one)).not.toEqual([]);
		expect(marks(other)).toEqual(marks(one));
	});

	it('does not depend on what Arabic writes before a word', () => {
		expect(marks('والفساد')).toEqual(marks('فساد'));
		expect(marks('بالتزوير')).toEqual(marks('تزوير'));
	});

	it('is read by the list that knows most of the words', () => {
		const [insult] = marks('connard');
		expect(marks('ce con est là')).toContain(insult);
		expect(marks('ella viene con nosotros')).not.toContain(insult);
	});

	it('says which category stands before which', () => {
		expect(marks('eres idiota')).not.toEqual(marks('idiota eres'));
		expect(marks('eres tan idiota').length).toBeGreaterThan(marks('eres idiota').length);
		expect(marks('eres mesa mesa mesa idiota')).toHaveLength(marks('eres').length + marks('idiota').length);
	});

	it('is that of the plain text in a disguised one', () => {
		for (const disguised of [
			'eres i.d.i.o.t.a',
			'eres i d i o t a',
			'eres idi\u200bota',
			'eres idioooota',
			'eres idiоta',
		])
			expect(marks(disguised)).toEqual(marks('eres idiota'));
	});

	it('takes a guessed word for itself and not together with others', () => {
		const count = new WordCount();
		for (let i = 0; i < 5; i += 1)
			for (const word of ['eres', 'idiota']) {
				const { codes, from, to } = reader.read(word);
				count.add(codes, from[0]!, to[0]!);
			}
		const guessing = new Reader(count.learned());
		const guessed = categoriesOf(guessing.read('eres id*ota'));
		expect(guessed).toHaveLength(marks('eres').length + marks('idiota').length);
	});

	it('is a bounded list of different numbers, whatever is written', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				const found = marks(text);
				return new Set(found).size === found.length && found.length <= CATEGORIES.length * (CATEGORIES.length + 1);
			}),
		);
	});
});

describe('a model', () => {
	it('holds a word it never saw for what it is about', () => {
		const said = (words: string, label: 0 | 1): TrainingText[] =>
			words.split(' ').flatMap((word) =>
				['eres', 'pareces', 'sigues siendo'].map((verb) => ({
					text: `${verb} ${word}`,
					label,
					lang: 'es',
					from: 'made',
				})),
			);
		const model = train({
			texts: [
				...said('cabron pendejo gilipollas capullo mamon pelotudo bastardo malnacido subnormal zorra', 1),
				...said('guapa preciosa hermosa bella linda bonita reina diosa princesa monisima', 0),
			],
		});
		const judge = new Judge(model);
		const score = (text: string) => judge.judge(text, 'es').score;
		expect(score('eres un huevon')).toBeGreaterThan(0.5);
		expect(score('eres divina')).toBeLessThan(0.5);
	});
});
