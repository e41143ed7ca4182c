// Disguises on real texts the model has not seen: trained on four fifths of the training files, asked about the last fifth,
// whole texts disguised. Only where the files are (training-files.ts).
import { seededRandom } from '#platform/random.ts';
import { assess, defaultWords, Judge, train, type TrainingText } from '#engines/moderation/server/index.ts';
import { atLeast, atMost, type Figure } from '../../figure.ts';
import { disguised, disguises } from './disguises.ts';
import { areThere, textsOf } from './training-files.ts';

const FILES = ['darija_off', 'mpold', 'mlma_ar', 'ftr', 'mlma_fr', 'offendes', 'davidson', 'sms_spam'];
/** Every nth held-out text of a file is disguised, so that each file gives about as many. */
const MOST_A_FILE = 2000;
const STRENGTHS = { 'every word': 2, 'words of four letters and more': 4, 'one word': 0 } as const;
/** A star needs a letter on either side. */
const leastFor = (how: string, least: number) => (how === 'stars' && least === 2 ? 3 : least);

const scriptOf = (text: string): string => {
	const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
	return arabic > (text.match(/\p{Script=Latin}/gu)?.length ?? 0) ? 'Arabic script' : 'Latin letters';
};

export async function unseen(): Promise<Figure[]> {
	if (!(await areThere())) return [];
	const all = await Promise.all(FILES.map(textsOf));
	const learned = all.map((texts) => texts.filter((_, i) => i % 5 !== 0));
	const asked = all.flatMap((texts) => {
		const left = texts.filter((_, i) => i % 5 === 0);
		const step = Math.max(1, Math.floor(left.length / MOST_A_FILE));
		return left.filter((_, i) => i % step === 0);
	});
	const judge = new Judge(train({ texts: learned.slice(0, -1).flat(), spam: learned.at(-1)! }));
	const held = (text: string, lang: string | undefined) => assess(text, judge, defaultWords, lang).score >= 0.5;
	const figures: Figure[] = [];
	for (const script of ['Arabic script', 'Latin letters']) {
		const texts = asked
			.filter(({ text }) => scriptOf(text) === script)
			.map((one) => ({ ...one, was: held(one.text, one.lang) }));
		const found = texts.filter(({ label, was }) => label === 1 && was);
		const fine = texts.filter(({ label }) => label === 0);
		for (const how of Object.keys(disguises)) {
			if (how === 'tatweel' && script !== 'Arabic script') continue;
			const random = seededRandom(7);
			const strengths = Object.entries(STRENGTHS).map(([name, least]) => {
				const still = ({ text, lang }: TrainingText) => held(disguised(text, how, random, leastFor(how, least)), lang);
				const kept = found.filter(still).length / found.length;
				const more = (fine.filter(still).length - fine.filter(({ was }) => was).length) / fine.length;
				return { name, kept, more };
			});
			const kept = strengths.reduce((worst, one) => (one.kept < worst.kept ? one : worst));
			const more = strengths.reduce((worst, one) => (one.more > worst.more ? one : worst));
			const name = `${script}, ${how}`;
			figures.push(
				atLeast(`screening: unseen texts still held, ${name}`, kept.kept, how === 'stars' ? 0.8 : 0.9, kept.name),
				atMost(`screening: unseen harmless texts held more, ${name}`, more.more * 100, 3, 'points', more.name),
			);
		}
	}
	return figures;
}
