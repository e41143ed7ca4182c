// What the model is worth on a corpus it never saw, and after two hundred decisions there: each training file in turn is the other corpus.
import { seededRandom } from '#platform/random.ts';
import {
	assess,
	defaultWords,
	isListed,
	Judge,
	macroF1,
	type Model,
	train,
	type TrainingText,
} from '#engines/moderation/server/index.ts';
import { atLeast, atMost, type Figure } from '../../figure.ts';
import { areThere, textsOf } from './training-files.ts';

/** `strange`: the base never read the other corpus's language; it only must not harm. */
const CASES = [
	{ other: 'mpold', known: ['darija_off', 'mlma_ar'], strange: false },
	{ other: 'darija_off', known: ['mpold', 'mlma_ar'], strange: false },
	{ other: 'mpold', known: ['offendes'], strange: true },
	{ other: 'offendes', known: ['ftr'], strange: true },
];
const DECISIONS = 200;
const DRAWS = 5;
const MOST_JUDGED = 3000;
const listed = (text: string) => isListed(text, defaultWords);

function worth(model: Model, texts: readonly TrainingText[]): number {
	const judge = new Judge(model);
	const counts = [0, 0, 0, 0];
	for (const { text, label, lang } of texts)
		counts[(assess(text, judge, defaultWords, lang).score >= 0.5 ? 2 : 0) + label]! += 1;
	const [trueNeg = 0, falseNeg = 0, falsePos = 0, truePos = 0] = counts;
	return macroF1(truePos, falsePos, falseNeg, trueNeg);
}

export async function otherCorpora(): Promise<Figure[]> {
	if (!(await areThere())) return [];
	const figures: Figure[] = [];
	for (const { other, known, strange } of CASES) {
		const texts = await textsOf(other);
		const base = train({ texts: (await Promise.all(known.map(textsOf))).flat(), isListed: listed });
		const [alone, own, decided] = [[] as number[], [] as number[], [] as number[]];
		for (let draw = 0; draw < DRAWS; draw += 1) {
			const random = seededRandom(draw + 1);
			const drawn = texts
				.map((text) => ({ text, at: random() }))
				.sort((a, b) => a.at - b.at)
				.map(({ text }) => text);
			const judged = drawn.slice(DECISIONS, DECISIONS + MOST_JUDGED);
			alone.push(worth(base, judged));
			const decisions = { texts: drawn.slice(0, DECISIONS), isListed: listed };
			own.push(worth(train(decisions), judged));
			decided.push(worth(train({ ...decisions, base }), judged));
		}
		const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
		const note = `known: ${known.join(', ')}; mean of ${DRAWS} draws; some listed words were mined from it`;
		if (!strange)
			figures.push(
				atLeast(`screening: macro-F1 on a corpus never seen, ${other}`, mean(alone), 0.74, note),
				atLeast(`screening: the same after ${DECISIONS} decisions, ${other}`, mean(decided), 0.77, note),
			);
		figures.push(
			atMost(
				`screening: behind the better of the base and the decisions alone, ${other}${strange ? `, base of ${known.join(', ')}` : ''}`,
				Math.max(mean(alone), mean(own)) - mean(decided),
				0.01,
				'',
			),
		);
	}
	return figures;
}
