// The model: what it reads, that it learns, that it is the same twice, and what a base is worth.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cardOf } from './card.ts';
import { areaUnder, curveFor, macroF1 } from './calibrate.ts';
import { MAGHREB, poolOfLang } from './model.ts';
import { packModel, unpackModel } from './pack.ts';
import { Reader } from './read.ts';
import type { TrainingText } from './rows.ts';
import { withoutDoubles } from './rows.ts';
import { Judge } from './score.ts';
import { seededRandom } from '#platform/random.ts';
import { taughtTo } from './taught/index.ts';
import { train } from './train.ts';
import { WordCount } from './vocabulary.ts';

const reader = new Reader();
const words = (text: string): string[] => {
	const { codes, from, to, words: count } = reader.read(text);
	return Array.from({ length: count }, (_, w) => String.fromCodePoint(...codes.slice(from[w], to[w])));
};

/** Talk about a market with a made-up bad word, so that the test says nothing about anybody. */
function talk(count: number, bad: readonly string[], seed = 1): TrainingText[] {
	const random = seededRandom(seed);
	const plain = 'place marché légumes prix voisin route lampe jardin école demain soir pluie'.split(' ');
	const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
	return Array.from({ length: count }, (_, i) => {
		const label = i % 3 === 0 ? 1 : 0;
		const said = Array.from({ length: 7 }, () => one(plain));
		if (label === 1) said[Math.floor(random() * 7)] = one(bad);
		return { text: `${said.join(' ')} ${i}`, label, from: 'made.jsonl' };
	});
}
const share = (judge: Judge, texts: readonly TrainingText[]): number =>
	texts.filter(({ text, label }) => judge.judge(text).score >= 0.5 === (label === 1)).length / texts.length;

it('reads a language however its code is written', () => {
	expect(['fr', 'FR', 'fr-CA', 'fra', 'fre'].map(poolOfLang)).toEqual(Array(5).fill('fr'));
	expect(['ar', 'ara', 'ary', 'aeb-Latn', 'zgh_MA'].map(poolOfLang)).toEqual(Array(5).fill(MAGHREB));
	expect(poolOfLang('')).toBeNull();
});

describe('reading', () => {
	it.each([
		['s a l e t é', ['salete']],
		['t u   e s   i c i', ['tu', 'es', 'ici']],
		['s.a.l.e l’eau', ['sale', 'l', 'eau']],
		['$ale p\u0430ris h4lo', ['sale', 'paris', 'halo']],
		['3ndi 7a9', ['3ndi', '7a9']],
		['salle saaaale', ['salle', 'sale']],
		['**gras** https://a.b/c 0612345678', ['gras', '🔗', '000000']],
		['مُحَـــمَّد کتابی', ['محمد', 'كتابي']],
		['', []],
	])('undoes what %s hides', (text, expected) => {
		expect(words(text)).toEqual(expected);
	});

	it('points inside the text, in order, whatever is written', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const { starts, ends, length, from, to, words: count } = reader.read(text);
				let right = true;
				for (let i = 0; i < length; i += 1)
					right &&= 0 <= starts[i]! && starts[i]! < ends[i]! && ends[i]! <= text.length;
				for (let w = 0; w < count; w += 1) right &&= from[w]! < to[w]! && to[w]! <= length;
				expect(right).toBe(true);
			}),
			{ numRuns: 40 },
		);
	});
});

describe('a vocabulary', () => {
	const count = new WordCount();
	const learn = (text: string, times: number): void => {
		for (let i = 0; i < times; i += 1) {
			const { codes, from, to, words: found } = reader.read(text);
			for (let w = 0; w < found; w += 1) count.add(codes, from[w]!, to[w]!);
		}
	};
	for (const word of ['maison', 'jaune', 'souris', 'bonjour', 'bile', 'السوق', 'المدينة']) learn(word, 3);
	for (const common of ['la', 'de', 'balle']) learn(common, 15);
	learn('bile noire', 3);
	const knowing = new Reader(count.learned());
	const read = (text: string): string[] => {
		const { codes, from, to, words: found } = knowing.read(text);
		return Array.from({ length: found }, (_, w) => String.fromCodePoint(...codes.slice(from[w], to[w])));
	};

	it('guesses starred letters where that makes a known word, and leaves the others', () => {
		expect(read('une m*ison j*un* et gr*s')).toEqual(['une', 'maison', 'jaune', 'et', 'gr*s']);
	});

	it('cuts a run of single letters into known words', () => {
		expect(read('m a i s o n j a u n e s o u r i s')).toEqual(['maison', 'jaune', 'souris']);
		expect(read('x k w b o n j o u r z q')).toEqual(['xkw', 'bonjour', 'zq']);
	});

	it('joins single Arabic letters that are left over to the words they are parts of', () => {
		expect(read('ب ا ل س و ق و ا ل م د ي ن ة ك')).toEqual(['بالسوق', 'والمدينهك']);
	});

	it('guesses by the words beside, by what is common, and by the stem where the whole is not known', () => {
		learn('bale', 15);
		const now = new Reader(count.learned());
		const { codes, from, to } = now.read('b*le b*le noire والس*ق');
		expect([0, 1, 3].map((w) => String.fromCodePoint(...codes.slice(from[w], to[w])))).toEqual([
			'bale',
			'bile',
			'والسوق',
		]);
	});

	it.each([
		['m4!s0n b0nj0ur', ['maison', 'bonjour']],
		['7mar f 3ndi', ['7mar', 'f', '3ndi']],
		['@jean m@!s0n j@un3', ['maison', 'jaune']],
		['b0nj0ur 50ur15 d3 l4 m4150n', ['bonjour', 'souris', 'de', 'la', 'maison']],
		['maison! jaune!!', ['maison', 'jaune']],
	])('reads signs for letters where that makes words: %s', (text, expected) => {
		expect(read(text)).toEqual(expected);
	});
});

describe('measures', () => {
	it('counts macro-F1 and the area under the curve as the books do', () => {
		expect(macroF1(1, 0, 0, 1)).toBe(1);
		expect(macroF1(1, 1, 1, 1)).toBe(0.5);
		expect(macroF1(0, 0, 2, 2)).toBeCloseTo(1 / 3);
		// The example of the README.
		expect([macroF1(2, 1, 0, 2), macroF1(1, 0, 1, 3)].map((value) => value.toFixed(3))).toEqual(['0.800', '0.762']);
		const judged = [0.1, 0.4, 0.35, 0.8].map((sum, i) => ({ sum, label: i < 2 ? 0 : 1, weight: 1 }));
		expect(areaUnder(judged)).toBe(0.75);
		expect(areaUnder(judged.slice(0, 2))).toBeNull();
	});

	it('puts the decision point between two heaps', () => {
		const judged = Array.from({ length: 200 }, (_, i) => ({
			sum: (i % 2 === 0 ? -1 : 2) + i / 1000,
			label: i % 2,
			weight: 1,
		}));
		const { cut, slope } = curveFor(judged);
		expect(cut).toBeGreaterThan(-0.9);
		expect(cut).toBeLessThan(2.1);
		expect(slope).toBeGreaterThan(0);
	});
});

describe('training', () => {
	const model = train({ texts: talk(600, ['zbrouk', 'flimpe']) });
	const unseen = talk(200, ['zbrouk', 'flimpe'], 9);

	it('tells what it was shown in texts it has not seen, and says which word it was', () => {
		const judge = new Judge(model);
		expect(share(judge, unseen)).toBeGreaterThan(0.95);
		const text = 'le marché du Z.B.R.O.U.K demain';
		expect(judge.judge(text).score).toBeGreaterThan(0.5);
		const [{ span } = { span: { start: 0, end: 0 } }] = judge.because();
		expect(text.slice(span.start, span.end)).toBe('Z.B.R.O.U.K');
	});

	it('is the same twice, and the same from its files', async () => {
		const again = train({ texts: talk(600, ['zbrouk', 'flimpe']) });
		expect(packModel(again)).toEqual(packModel(model));
		const files = packModel(model);
		const back = await unpackModel(async (name) => files.get(name) ?? new Uint8Array());
		expect(back).toEqual(model);
		await expect(unpackModel(async () => new Uint8Array([123]))).rejects.toThrow(RangeError);
	});

	it('adds to a base what the base does not know, and does not lose what it knows', () => {
		const own = talk(150, ['grudel'], 3);
		const judge = new Judge(train({ texts: own, base: model }));
		const both = [...talk(90, ['grudel'], 4), ...talk(90, ['zbrouk'], 5)];
		expect(share(judge, both)).toBeGreaterThan(0.85);
		expect(share(judge, both)).toBeGreaterThan(share(new Judge(model), both));
	});

	it('teaches what it knows of a language that the base never read, beside the decisions', () => {
		const own = talk(150, ['grudel'], 3).map((one) => ({ ...one, lang: 'es' }));
		const stranger = new Judge(train({ texts: own, base: model }));
		expect(model.heads.map(({ name }) => name)).not.toContain('es');
		const { held, passed } = taughtTo('es');
		const judged = (texts: readonly string[], label: 0 | 1) =>
			texts.map((text) => ({ sum: stranger.judge(text, 'es').score, label, weight: 1 }));
		expect(areaUnder([...judged(held, 1), ...judged(passed, 0)])).toBeGreaterThan(0.9);
	});

	it('leaves out doubles and contradictions, and refuses texts of one kind', () => {
		const text = (said: string, label: 0 | 1): TrainingText => ({ text: said, label, from: 'x' });
		const { kept, doubles } = withoutDoubles([
			text('Où est le pont ?', 0),
			text('ou est LE pont', 0),
			text('ou est le pont!!', 1),
			text('oui', 0),
			text('OUI', 1),
			text('…', 1),
		]);
		expect(kept.map(({ source }) => [source.text, source.label])).toEqual([['Où est le pont ?', 0]]);
		expect(doubles).toBe(5);
		expect(() => train({ texts: [text('a b', 1)] })).toThrow(RangeError);
	});

	it('writes a card with what was measured', () => {
		const card = cardOf(model);
		expect(card).toContain('| made.jsonl | 600 | 200 |');
		expect(card).toContain('must not refuse');
	});

	it('measures each of several files by itself, and both scripts together where it holds both', () => {
		const arabic = talk(300, ['قبيح'], 3).map(({ text, label }, i) => ({
			text: `سوق ${text} ${i}`,
			label,
			from: 'ar.jsonl',
		}));
		const written = arabic.map((one) => ({ ...one, text: one.text.replace(/[a-zé]+/gu, 'خضر') }));
		const mixed = [...written, ...talk(300, ['vilain'], 4).map((one) => ({ ...one, from: 'ar.jsonl' }))];
		const { measured } = train({ texts: [...mixed, ...talk(600, ['vilain'], 5)] }).card;
		expect(measured.map(({ of, script }) => `${of} ${script}`)).toEqual([
			'maghreb arab',
			'maghreb latn',
			'ar.jsonl arab',
			'ar.jsonl latn',
			'ar.jsonl both',
			'made.jsonl latn',
		]);
		const [, , , , both] = measured;
		expect(both).toMatchObject({
			texts: measured[2]!.texts + measured[3]!.texts,
			held: measured[2]!.held + measured[3]!.held,
		});
	});
});
