// Texts find the claims they repeat.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addClaim, type Claim, noClaims, removeClaim } from './claim-index.ts';
import { likenesses } from './likeness.ts';
import { matchClaims } from './match.ts';

const indexOf = (...claims: Claim[]) => {
	const index = noClaims();
	for (const claim of claims) addClaim(index, claim);
	return index;
};
const dam: Claim = { id: 'dam', texts: ['The old dam is cracked'] };
const bread: Claim = { id: 'bread', texts: ['The price of bread doubles'] };
const register = indexOf(
	dam,
	bread,
	{ id: 'vaccin', texts: ['Le vaccin contre la grippe rend les filles stériles', 'اللقاح يسبب العقم عند البنات'] },
	{ id: 'souk', texts: ['البلدية تغلق السوق الأسبوعي نهائيا'] },
	{ id: 'perro', texts: ['El gobierno cobrará un impuesto por cada perro'] },
	{ id: 'park', texts: ['The city council sold the central park to a developer'] },
);
const first = (text: string) => matchClaims(register, text)[0];

test('the worked example of the README', () => {
	const index = indexOf(dam, { id: 'mill', texts: ['The new mill is burning'] });
	const { heard, found } = likenesses(index, 'OLD dams, cracked!');
	expect(heard.telling.size).toBe(3);
	expect(found).toEqual([expect.objectContaining({ claim: 'dam', words: 1, trigrams: 15 / 25 })]);
	const share = (30 * Math.log(2)) / (30 * Math.log(2) + 6 * Math.log(6));
	const pieces = (share * 2.2) / (1.3 + (0.9 * 40.7) / 42.2);
	expect(found[0]!.pieces).toBeCloseTo(pieces, 12);
	expect(found[0]!.like).toBeCloseTo(0.4 + 0.3 * pieces + 0.3 * 0.6, 12);
	expect(matchClaims(index, 'OLD dams, cracked!')).toEqual([
		{
			claim: 'dam',
			score: expect.closeTo(1 / (1 + Math.exp(-18 * (0.75 * found[0]!.like - 0.1))), 10) as number,
			level: 'sure',
		},
	]);
	expect(matchClaims(index, 'a cracked dam')[0]).toMatchObject({ claim: 'dam', level: 'maybe' });
});

test('two claims that differ in a word are both told, and neither as sure', () => {
	const twins = indexOf(
		...['sick', 'healthy'].map((word) => ({ id: word, texts: [`Every tenth horse of the royal stables is ${word}`] })),
		bread,
	);
	for (const text of [
		'they say every tenth horse in the royal stables!',
		'Every tenth horse of the royal stables is',
	]) {
		const matches = matchClaims(twins, text);
		expect(matches.slice(0, 2).map(({ claim }) => claim)).toEqual(expect.arrayContaining(['sick', 'healthy']));
		expect(matches.map(({ level }) => level)).not.toContain('sure');
	}
});

test('what is about the matter of a claim and says something else is never sure', () => {
	const matters = indexOf(
		dam,
		{ id: 'libraries', texts: ['The city council voted to close three public libraries this summer'] },
		{ id: 'bus', texts: ['La ligne de bus 7 va être supprimée en septembre'] },
		{ id: 'subsidy', texts: ['الحكومة ستلغي دعم الخبز والسكر ابتداء من الشهر القادم'] },
		{ id: 'lemon', texts: ['Drinking hot lemon water cures dengue fever'] },
	);
	for (const text of [
		'The city council voted to open three public libraries this summer',
		'La ligne de bus 17 va être supprimée en septembre',
		'La ligne de bus 7 ne va pas être supprimée en septembre',
		'The old dam is not cracked',
		'It is false that the old dam is cracked',
		'الحكومة ستزيد دعم الخبز والسكر ابتداء من الشهر القادم',
		'Hot lemon water, my favourite drink in winter',
	])
		expect(matchClaims(matters, text)[0]).toMatchObject({ level: 'maybe' });
	for (const text of [
		'The old dam is CRACKED!!!',
		'الحكومه ستلغي دعم الخبز و السكر الشهر القادم',
		'la ligne de bus 7 supprimée en septembre',
	])
		expect(matchClaims(matters, text)[0]).toMatchObject({ level: 'sure' });
});

describe('a claim is found', () => {
	test.each([
		['in other forms of its words', 'stérilité des filles après les vaccins grippe', 'vaccin'],
		['in its other wording', 'لقاح كيسبب العقم للبنات', 'vaccin'],
		['with clitics and other spellings', 'قررت البلديه إغلاق السوق الاسبوعى', 'souk'],
		['in a hashtag with underscores', 'شوفو #إغلاق_السوق_الأسبوعي', 'souk'],
		['in a hashtag in capitals', 'shame!! #SaveCentralPark from the developers', 'park'],
		['in the words of a link', 'https://news.example/2026/city-council-sells-central-park?utm=1', 'park'],
		['in another plural and with a joined particle', 'أغلقت بلدية المدينة أسواقا أسبوعية', 'souk'],
		['misspelt', 'el gobirno cobrara impuestos por cada pero', 'perro'],
		['with keyboard letters of another language', 'البلدیة تغلق السوق الاسبوعی', 'souk'],
	])('%s', (_, text, claim) => {
		expect(first(text)).toMatchObject({ claim });
		expect(first(text)!.score).toBeGreaterThan(0.5);
	});
});

describe('nothing is suggested with conviction', () => {
	test.each(['What a lovely sunset over the harbour', 'شكرا للجميع على هذا الحفل', '', '🎉🎉🎉', 'https://t.co/aB3dE'])(
		'for «%s»',
		(text) => {
			expect(matchClaims(register, text).filter(({ score, level }) => score > 0.5 || level === 'sure')).toEqual([]);
		},
	);
	test('for one word alone', () => {
		expect(first('vaccin')).toMatchObject({ claim: 'vaccin', level: 'maybe' });
	});
});

describe('the index', () => {
	const vocabulary = [
		'eau',
		'pain',
		'souk',
		'école',
		'dam',
		'bread',
		'سوق',
		'ماء',
		'مدرسة',
		'perro',
		'voting',
		'votes',
	];
	const sentence = fc
		.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 8 })
		.map((words) => words.join(' '));
	const claims = fc
		.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 25 })
		.map((texts) => texts.map((wordings, n): Claim => ({ id: `c${n}`, texts: wordings })));
	const rounded = (index: ReturnType<typeof noClaims>, text: string) =>
		matchClaims(index, text).map(({ claim, score, level }) => [claim, score.toFixed(9), level]);

	test('answers the same whether claims were added in this order or that', () => {
		fc.assert(
			fc.property(claims, sentence, (made, text) => {
				expect(rounded(indexOf(...made.toReversed()), text)).toEqual(rounded(indexOf(...made), text));
			}),
			{ numRuns: 150 },
		);
	});
	test('answers, once a claim is taken out, as if it had never been in', () => {
		fc.assert(
			fc.property(claims, sentence, (made, text) => {
				const index = indexOf(...made, { id: 'gone', texts: ['bread souk votes'] });
				removeClaim(index, 'gone');
				expect(rounded(index, text)).toEqual(rounded(indexOf(...made), text));
			}),
			{ numRuns: 150 },
		);
	});
	test('gives at most five claims, each once, best first, with scores between 0 and 1, for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), sentence, (odd, plain) => {
				const matches = matchClaims(register, `${odd} ${plain}`);
				expect(matches.length).toBeLessThanOrEqual(5);
				expect(new Set(matches.map(({ claim }) => claim)).size).toBe(matches.length);
				expect(matches.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
				expect(matches.map(({ score }) => score)).toEqual(matches.map(({ score }) => score).sort((a, b) => b - a));
			}),
			{ numRuns: 150 },
		);
	});
	test('leaves its vocabulary alone when it is asked', () => {
		const before = register.vocabulary.words.size;
		matchClaims(register, 'never heard of these zebras');
		expect(register.vocabulary.words.size).toBe(before);
	});
});
