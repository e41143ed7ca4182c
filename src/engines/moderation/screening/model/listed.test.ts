// What a listed word adds: what training learned, and something at least where such texts were held.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#platform/random.ts';
import { addedBy, USUALLY_LISTED } from './listed.ts';
import type { TrainingText } from './rows.ts';
import { Judge } from './score.ts';
import { train } from './train.ts';

const judged = (held: number, passed: number) =>
	Array.from({ length: held + passed }, (_, i) => ({ sum: 0, label: i < held ? 1 : 0, weight: 1 }));

/** Market talk where every made-up insult is another word, and `zbrouk` is listed. */
function talk(heldWithListed: number): TrainingText[] {
	const random = seededRandom(3);
	const plain = 'place marché légumes prix voisin route lampe jardin école demain soir pluie'.split(' ');
	return Array.from({ length: 900 }, (_, i) => {
		const said = Array.from({ length: 7 }, () => plain[Math.floor(random() * plain.length)]!);
		const label = i % 3 === 0 ? 1 : 0;
		if (label === 1) said[2] = i % 2 === 0 ? 'flimpe' : 'gronard';
		const listed = i % 5 === 0;
		if (listed) said[5] = 'zbrouk';
		return {
			text: `${said.join(' ')} ${i}`,
			label: listed && random() < heldWithListed ? 1 : label,
			from: 'made.jsonl',
		};
	});
}
const addedIn = (texts: readonly TrainingText[], isListed = (text: string) => text.includes('zbrouk')) =>
	train({ texts, isListed }).heads[0]!.curves.latn.listed;

describe('a listed word', () => {
	it('adds what was learned, and more where most texts with one were held', () => {
		expect(addedBy(3.2, judged(9, 1))).toBe(3.2);
		expect(addedBy(0.4, judged(2, 8))).toBe(0.4);
		expect(addedBy(-1, judged(2, 8))).toBe(0);
		expect(addedBy(0.4, judged(6, 4))).toBe(1.5);
		expect(addedBy(0.4, judged(19, 1))).toBe(2.5);
		expect(addedBy(0, [])).toBe(USUALLY_LISTED);
	});

	it('is learned from the texts', () => {
		expect(addedIn(talk(1))).toBeGreaterThan(addedIn(talk(0.2)));
		expect(addedIn(talk(0.5), () => false)).toBe(USUALLY_LISTED);
	});

	it('adds that to a text whose letters say nothing', () => {
		const texts = talk(1);
		const judge = new Judge(train({ texts, isListed: (text) => text.includes('zbrouk') }));
		const [plain, listed] = [false, true].map((is) =>
			judge.judge('la pluie tombe sur un vieux trombilule', undefined, is),
		);
		expect(listed!.logit - plain!.logit).toBeCloseTo(listed!.added);
		expect(listed!.added).toBeGreaterThanOrEqual(1.5);
	});
});
