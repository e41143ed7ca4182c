// Spam: two heads for the language it was learned in, one for the others, and none in models of before.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#platform/random.ts';
import { packModel, unpackModel } from './pack.ts';
import type { TrainingText } from './rows.ts';
import { Judge } from './score.ts';
import { bothOf } from './spam.ts';
import { train } from './train.ts';

const WORDS = {
	en: 'market bread price neighbour road lamp garden school tomorrow evening rain wind'.split(' '),
	fr: 'marché pain prix voisin route lampe jardin école demain soir pluie vent'.split(' '),
};
const random = seededRandom(7);
const said = (lang: keyof typeof WORDS, more: string, i: number): string =>
	`${Array.from({ length: 6 }, () => WORDS[lang][Math.floor(random() * 12)]).join(' ')} ${more} ${i}`;
const texts = (lang: keyof typeof WORDS, bad: string, from: string): TrainingText[] =>
	Array.from({ length: 1200 }, (_, i) => ({
		text: said(lang, i % 3 === 0 ? bad : '', i),
		label: i % 3 === 0 ? 1 : 0,
		lang,
		from,
	}));

const model = train({
	texts: [...texts('en', 'zbrouk', 'en.jsonl'), ...texts('fr', 'flimpe', 'fr.jsonl')],
	spam: texts('en', 'jackpot', 'sms.jsonl'),
});

describe('spam', () => {
	it('is told by both heads where it was learned, and by the wide one elsewhere', () => {
		expect([model.spam?.name, model.nearSpam?.name]).toEqual(['spam', 'spam-en']);
		const judge = new Judge(model);
		for (const lang of ['en', 'fr', undefined])
			expect(judge.judge('rain jackpot evening', lang)).toMatchObject({ about: 'spam' });
		expect(judge.judge('rain jackpot evening', 'en').score).toBeGreaterThan(0.5);
		expect(judge.judge('rain garden evening bread wind road 5', 'en').score).toBeLessThan(0.5);
		const wide = new Judge({ ...model, nearSpam: null });
		expect(judge.judge('pluie jackpot soir', 'fr')).toEqual(wide.judge('pluie jackpot soir', 'fr'));
		expect(judge.judge('rain jackpot evening', 'en').logit).not.toBe(wide.judge('rain jackpot evening', 'en').logit);
	});

	it('needs the near head, and the wide one nearly', () => {
		expect(bothOf(2, 3)).toBe(2);
		expect(bothOf(2, -0.2)).toBeCloseTo(0.55);
		expect(bothOf(-1, 5)).toBe(-1);
		expect(bothOf(3, -2)).toBeLessThan(0);
	});

	it('is no number, though only spam of the file held long ones', () => {
		const spam = texts('en', 'jackpot 80000', 'sms.jsonl').map((one) => ({
			...one,
			text: one.text.replace('jackpot', ''),
		}));
		const judge = new Judge(train({ texts: texts('fr', 'flimpe', 'fr.jsonl'), spam }));
		expect(judge.judge('rain bread 80000 evening', 'en')).toMatchObject({ about: 'spam' });
		for (const plain of ['Le stade a coûté 75000 euros', 'El pueblo tiene 12000 vecinos', 'سرقو 30000 درهم'])
			expect(judge.judge(plain).score).toBeLessThan(0.5);
	});

	it('has one head where texts of several languages taught it', () => {
		const mixed = texts('en', 'jackpot', 'sms.jsonl').map((one, i) => ({ ...one, lang: i % 2 === 0 ? 'en' : 'fr' }));
		const { spam, nearSpam } = train({ texts: texts('en', 'zbrouk', 'en.jsonl'), spam: mixed });
		expect([spam?.name, nearSpam]).toEqual(['spam', null]);
	});

	it('is judged by a model of before as it was', async () => {
		const files = packModel({ ...model, nearSpam: null });
		const plain = JSON.parse(new TextDecoder().decode(files.get('model.json'))) as Record<string, unknown>;
		delete plain['nearSpam'];
		for (const head of [...(plain['heads'] as object[]), plain['spam'] as object])
			delete (head as { layout?: number }).layout;
		files.set('model.json', new TextEncoder().encode(JSON.stringify(plain)));
		const old = await unpackModel(async (name) => files.get(name) ?? new Uint8Array());
		expect(old.nearSpam).toBeNull();
		expect(old.heads.map(({ layout }) => layout)).toEqual(old.heads.map(() => 0));
		expect(new Judge(old).judge('rain zbrouk evening', 'en').score).toBeGreaterThan(0.5);
	});
});
