// Phrases of ours: they say one thing each, and teach what the files leave out without outvoting them.
import { describe, expect, it } from 'vitest';
import { Judge } from '../score.ts';
import { train } from '../train.ts';
import type { TrainingText } from '../rows.ts';
import { taughtTo, weightOfPhrase } from './index.ts';

const heads = ['maghreb', 'fr', 'es', 'en', 'spam'];

/** Talk of a market in darija, one text in three with a word that means nothing. */
const market = (count: number, bad: string): TrainingText[] =>
	Array.from({ length: count }, (_, i) => ({
		text: `السوق ديال الحومة رقم ${i} فيه الخضرة ${i % 3 === 0 ? bad : 'والفواكه'} والناس ${i % 7}`,
		label: i % 3 === 0 ? 1 : 0,
		lang: 'ary',
		from: 'made.jsonl',
	}));

describe('phrases of ours', () => {
	it.each(heads)('are each of one kind, once (%s)', (head) => {
		const { held, passed } = taughtTo(head);
		const all = [...held, ...passed];
		expect(all.length).toBeGreaterThan(300);
		expect(all.filter((phrase, i) => all.indexOf(phrase) !== i)).toEqual([]);
	});

	it.each(heads)('together count at most a tenth of the texts (%s)', (head) => {
		const { held, passed, weight } = taughtTo(head);
		const count = held.length + passed.length;
		for (const total of [50, 3000, 60_000])
			expect((weightOfPhrase(head, total) * count) / total).toBeLessThanOrEqual(0.1 + Number.EPSILON);
		expect(weightOfPhrase(head, 1e9)).toBe(weight);
	});

	it('part insults that no text holds from courtesies', () => {
		const judge = new Judge(train({ texts: market(900, 'زغبوب') }));
		const score = (text: string) => judge.judge(text).score;
		const insults = ['يا ولد القحبة', 'نتا غير حمار', 'ya wld l9a7ba', 'barra nayek ya tahan'].map(score);
		const courtesies = ['الله يعطيك الصحة اخي', 'تبارك الله عليكم', 'lah ya3tik sa7a khoya', 'nchallah labas 3lik'].map(
			score,
		);
		const mean = (scores: readonly number[]) => scores.reduce((sum, one) => sum + one, 0) / scores.length;
		expect(mean(insults)).toBeGreaterThan(mean(courtesies) + 0.05);
	});

	it('do not outvote the files: what these hold stays held', () => {
		const texts = market(900, 'برافو عليك');
		expect(new Judge(train({ texts })).judge('السوق برافو عليك').score).toBeGreaterThan(0.5);
	});
});
