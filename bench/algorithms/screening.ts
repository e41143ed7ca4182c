// The figures of text screening: the shipped model's own card, disguises, threats and neutral talk of the bench's making, speed.
import { seededRandom } from '#platform/random.ts';
import { readFile } from 'node:fs/promises';
import {
	assess,
	defaultWords,
	Judge,
	shippedModel,
	train,
	type TrainingText,
} from '#engines/moderation/server/index.ts';
import { atLeast, atMost, type Figure } from '../figure.ts';
import { disguised, disguises } from './screening/disguises.ts';
import { otherCorpora } from './screening/other-corpora.ts';
import { filled, said } from './screening/said.ts';
import plain from './screening/plain.json' with { type: 'json' };
import spoken from './screening/insults.json' with { type: 'json' };
import { unseen } from './screening/unseen.ts';

const notHere = (name: string, target: string): Figure => ({
	name: `screening: macro-F1, ${name}`,
	value: null,
	unit: '',
	target: `≥ ${target}`,
	met: null,
	note: 'its test part is not in the repository',
});

/** Comments of the demonstration that are meant to be public. */
async function ordinary(): Promise<string[]> {
	const files = [1, 2, 3].map((n) => new URL(`../../src/app/seeds/content/contributions-${n}.json`, import.meta.url));
	const texts: string[] = [];
	const visit = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		const { text, expected } = value as { text?: unknown; expected?: unknown };
		if (typeof text === 'string' && expected === 'published') texts.push(text);
		Object.values(value).forEach(visit);
	};
	for (const file of files) visit(JSON.parse(await readFile(file, 'utf8')));
	return texts;
}

/** Thirteen thousand made-up texts of two vocabularies that overlap. */
function madeTexts(): TrainingText[] {
	const random = seededRandom(5);
	const word = (n: number) =>
		Array.from(String(n * 104729), (digit) => 'bdfglmnprt'[Number(digit)]! + 'aeiou'[n % 5]!).join('');
	return Array.from({ length: 13_000 }, (_, i) => {
		const label = i % 3 === 0 ? 1 : 0;
		const words = Array.from({ length: 7 }, () =>
			word(Math.floor(random() ** 2 * 4000) + (label === 1 && random() < 0.3 ? 3000 : 0)),
		);
		return { text: words.join(' '), label, from: 'made' };
	});
}

export async function screening(): Promise<Figure[]> {
	const model = await shippedModel();
	const judge = new Judge(model);
	const held = (text: string, lang?: string) => assess(text, judge, defaultWords, lang).outcome === 'hold';
	const share = (texts: readonly string[]) => texts.filter((text) => held(text)).length / texts.length;
	const figures: Figure[] = [];
	for (const [name, of, script, target] of [
		['darija, both scripts', 'darija_off.train.jsonl', 'both', 0.87],
		['Spanish', 'es', 'latn', 0.82],
		['French, one file of two', 'ftr.train.jsonl', 'latn', 0.76],
		['spam', 'spam', 'latn', 0.98],
	] as const) {
		const found = model.card.measured.find((one) => one.of === of && one.script === script);
		if (found === undefined) continue;
		const note = 'training files, each text judged by a model without it and its near-duplicates';
		figures.push(atLeast(`screening: macro-F1 out of fold, ${name}`, found.macroF1, target, note));
	}
	figures.push(
		notHere('Moroccan comments, own train part', '0.82'),
		notHere('Tunisian, own train part', '0.80'),
		notHere('Arabizi, own train part', '0.79'),
	);

	const calm = await ordinary();
	const calmHeld = share(calm);
	figures.push(atMost('screening: ordinary comments of the demonstration held', calmHeld * 100, 8, '%'));
	const threats = Object.values(said).flatMap(({ threats: texts, groups }) => filled(texts, groups));
	const neutral = Object.values(said).flatMap(({ neutral: texts, groups }) => filled(texts, groups));
	figures.push(
		atLeast('screening: direct threats found', share(threats), 0.8, `${threats.length} of the bench's own`),
		atLeast(
			'screening: neutral sentences naming groups passed',
			1 - share(neutral),
			0.9,
			`${neutral.length} of the bench's own`,
		),
	);
	const { numbers, ...kinds } = plain;
	const others = Object.values(kinds).flat();
	figures.push(
		atLeast(
			'screening: plain sentences with numbers passed',
			1 - share(numbers),
			0.9,
			`${numbers.length} of the bench's own`,
		),
		atLeast(
			'screening: other plain sentences passed',
			1 - share(others),
			0.9,
			`${others.length}: ${Object.keys(kinds).join(', ')}`,
		),
	);

	for (const [lang, texts] of Object.entries(spoken))
		figures.push(
			atLeast(
				`screening: insults as people write them held, ${lang}`,
				share(texts),
				0.6,
				`${texts.length} of the bench's own`,
			),
		);

	const carriers = [
		'ما هذا الكلام يا {} لا نريدك هنا',
		'quel {} celui qui parle comme ça',
		'menudo {} el que dice eso',
		'what a {} he is, really',
	];
	const insults = defaultWords
		.filter(
			({ pattern, lang, mild }) =>
				mild !== true && !pattern.includes(' ') && lang !== undefined && [...pattern.replace('*', '')].length >= 4,
		)
		.map(({ pattern, lang }) =>
			carriers[['ar', 'fr', 'es', 'en'].indexOf(lang === 'ary' ? 'ar' : lang!)]!.replace(
				'{}',
				pattern.replace('*', ''),
			),
		);
	const plainly = insults.filter((text) => held(text));
	figures.push(atLeast('screening: listed insults held, undisguised', plainly.length / insults.length, 0.85));
	for (const how of Object.keys(disguises)) {
		const random = seededRandom(11);
		const kept = share(plainly.map((text) => disguised(text, how, random)));
		const more = share(calm.map((text) => disguised(text, how, random))) - calmHeld;
		figures.push(
			atLeast(`screening: listed insults still held, ${how}`, kept, how === 'stars' ? 0.8 : 0.9),
			atMost(`screening: ordinary comments held more, ${how}`, more * 100, 3, 'points'),
		);
	}

	figures.push(...(await unseen()), ...(await otherCorpora()));

	const rounds = Array.from({ length: 3 }, () => {
		const start = performance.now();
		for (let i = 0; i < 10; i += 1) for (const text of calm) held(text);
		return (10 * calm.length * 1000) / (performance.now() - start);
	});
	figures.push(
		atLeast('screening: texts a second', Math.round(Math.max(...rounds)), 5000, 'rules, words and model', 'texts/s'),
	);
	const made = madeTexts();
	const start = performance.now();
	train({ texts: made });
	figures.push(atMost('screening: training on 13 000 texts', (performance.now() - start) / 1000, 10, 's'));
	return figures;
}
