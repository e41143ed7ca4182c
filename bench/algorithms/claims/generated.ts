// Claims of made-up words, used as often as words are (Zipf), in topics, and posts that retell them.
import { seededRandom } from '../../../src/platform/random.ts';
import { type Language, little, openings, syllables } from './language.ts';
import { type Hardness, pick, type Random, retold } from './perturb.ts';

export interface Posed {
	claims: { id: string; texts: string[] }[];
	/** Posts, and the claim each repeats. */
	posts: { text: string; claim: string }[];
}

const WORDS = 6_000;

function word(random: Random, language: Language): string {
	const { onset, nucleus, coda } = syllables[language];
	const syllable = () => pick(random, onset) + pick(random, nucleus) + pick(random, coda);
	const made = Array.from({ length: 1 + Math.ceil(random() * 1.6) }, syllable).join('');
	return language === 'ar' ? pick(random, ['', 'ال', 'ال']) + made + pick(random, ['', '', 'ة', 'ي']) : made;
}

/** The rank of a word as Zipf has it: rank r about once for r times of the first. */
const zipf = (random: Random): number => Math.floor(WORDS ** random()) % WORDS;

export function generated(language: Language, claims: number, posts: number, hardness: Hardness, seed: number): Posed {
	const random = seededRandom(seed);
	const words = Array.from({ length: WORDS }, () => word(random, language));
	const others = new Map(words.flatMap((one) => (random() < 0.4 ? [[one, pick(random, words)] as const] : [])));
	const topics = Array.from({ length: Math.ceil(claims / 12) }, () => Array.from({ length: 5 }, () => zipf(random)));
	const made = Array.from({ length: claims }, (_, n) => {
		const topic = pick(random, topics);
		const said = Array.from({ length: 5 + Math.floor(random() * random() * 14) }, () =>
			random() < 0.35 ? pick(random, little[language]) : words[random() < 0.25 ? pick(random, topic) : zipf(random)]!,
		);
		return { id: `g${n}`, texts: [`${pick(random, openings[language])} ${said.join(' ')}`.trim()] };
	});
	// Some differ from another in one word.
	for (let n = 0; n < claims / 20; n++) {
		const said = pick(random, made).texts[0]!.split(' ');
		said[Math.floor(random() * said.length)] = pick(random, words);
		made.push({ id: `n${n}`, texts: [said.join(' ')] });
	}
	return {
		claims: made,
		posts: Array.from({ length: posts }, () => {
			const { id, texts } = pick(random, made);
			return { text: retold(random, language, texts[0]!, hardness, (one) => others.get(one)), claim: id };
		}),
	};
}
