// Posts and the claims they repeat, by the set: written by hand, made up, and, where the texts lie beside the checkout, real ones retold.
import { existsSync, readFileSync } from 'node:fs';
import { seededRandom } from '../../../src/platform/random.ts';
import { distractors } from '../claim-distractors.ts';
import { generated, type Posed } from './generated.ts';
import { chatter, type Language } from './language.ts';
import { type Hardness, pick, retold } from './perturb.ts';

export interface PostSet extends Posed {
	name: string;
	language: Language;
}

/** The first of each row is the claim, the others are posts that repeat it. */
type Written = string[][];

const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** Claims and posts written by hand, among so many made up of the same words and of words of their own. */
function written(language: 'en' | 'ar', among: number): Posed {
	const rows = readJson(`./written-${language}.json`) as Written;
	const place = Object.keys({ en: 0, fr: 1, es: 2, ar: 3 }).indexOf(language);
	const near = distractors(among * 2, 4).filter((_, n) => n % 4 === place);
	return {
		claims: [
			...rows.map(([claim = ''], n) => ({ id: `w${n}`, texts: [claim] })),
			...near,
			...generated(language, among - near.length, 0, { out: 0, bent: 0, added: 0 }, 7).claims,
		],
		posts: rows.flatMap(([, ...posts], n) => posts.map((text) => ({ text, claim: `w${n}` }))),
	};
}

/** The same with chatter around, and the signature of an embedded post. */
function chatty(language: Language, { claims, posts }: Posed, seed: number): Posed {
	const random = seededRandom(seed);
	const talk = () => Array.from({ length: 3 }, () => pick(random, chatter[language])).join(' ');
	return {
		claims,
		posts: posts.map(({ text, claim }) => ({
			text: `${talk()} ${text} ${talk()} — Some Name (@some_name) March 3, 2020`,
			claim,
		})),
	};
}

const data = new URL('../../../../shared/data/moderation/', import.meta.url);

/** Short texts of people as claims, and the same retold as posts; null where the texts are not there. */
function real(language: Language, files: string[], claims: number, posts: number, hardness: Hardness): Posed | null {
	const paths = files.map((file) => new URL(`${file}.train.jsonl`, data));
	if (!paths.every((path) => existsSync(path))) return null;
	const random = seededRandom(claims);
	const texts = paths.flatMap((path) =>
		readFileSync(path, 'utf8')
			.trim()
			.split('\n')
			.map((line) => (JSON.parse(line) as { text: string }).text)
			.map((text) =>
				text
					.replaceAll(/@USER|URL|&#?\w+;/g, ' ')
					.replaceAll(/\s+/g, ' ')
					.trim(),
			),
	);
	const long = [...new Set(texts)].filter((text) => text.split(' ').length >= 5);
	const ordered = long.map((text) => ({ text, by: random() })).sort((a, b) => a.by - b.by);
	const taken = ordered.slice(0, claims).map(({ text }, n) => ({ id: `r${n}`, texts: [text] }));
	return {
		claims: taken,
		posts: taken.slice(0, posts).map(({ id, texts: [text = ''] }) => ({
			text: retold(random, language, text, hardness),
			claim: id,
		})),
	};
}

/** Every set that can be had here, and the names of those that cannot. */
export function postSets(): { sets: PostSet[]; missing: string[] } {
	const [english, arabic] = [written('en', 10_000), written('ar', 1_600)];
	const all: [string, Language, Posed | null][] = [
		['written, English', 'en', english],
		['written with chatter, English', 'en', chatty('en', english, 1)],
		['written, Arabic', 'ar', arabic],
		['made up, English', 'en', generated('en', 9_800, 400, { out: 0.35, bent: 0.3, added: 4 }, 11)],
		['made up, French', 'fr', generated('fr', 5_000, 300, { out: 0.35, bent: 0.3, added: 4 }, 12)],
		['made up, Arabic', 'ar', generated('ar', 1_580, 600, { out: 0.25, bent: 0.35, added: 1 }, 13)],
		['real, English', 'en', real('en', ['davidson', 'mlma_en'], 10_375, 400, { out: 0.5, bent: 0.35, added: 3 })],
		['real, French', 'fr', real('fr', ['mlma_fr'], 2_200, 300, { out: 0.5, bent: 0.4, added: 3 })],
		['real, Arabic', 'ar', real('ar', ['mpold', 'mlma_ar'], 1_667, 600, { out: 0.6, bent: 0.5, added: 2 })],
	];
	return {
		sets: all.flatMap(([name, language, posed]) => (posed ? [{ name, language, ...posed }] : [])),
		missing: all.filter(([, , posed]) => !posed).map(([name]) => name),
	};
}
