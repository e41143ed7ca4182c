// Matching of claims: written, made up and real texts retold, among thousands of claims, beside the plain ways; speed and growth.
import { readFileSync } from 'node:fs';
import { addClaim, type ClaimIndex, matchClaims, noClaims } from '../../src/engines/conversation/index.ts';
import { removeClaim } from '../../src/engines/conversation/claims/claim-index.ts';
import { atLeast, atMost, type Figure } from '../figure.ts';
import { distractors } from './claim-distractors.ts';
import { baseline, baselines, type Matcher } from './claims/baselines.ts';
import { type PostSet, postSets } from './claims/sets.ts';

interface Cases {
	/** Posts that repeat the claim, and asides: posts about its matter that say something else. */
	claims: { id: string; texts: string[]; posts: string[]; asides: string[] }[];
	/** Posts that repeat no claim. */
	others: string[];
}

interface Asked {
	text: string;
	/** The claim it repeats; null when it repeats none of those in the index. */
	claim: string | null;
}

const cases = JSON.parse(readFileSync(new URL('./claim-cases.json', import.meta.url), 'utf8')) as Cases;

/** A post with so many others after it, as people write. */
const chatty = (text: string, more: number, n: number): string =>
	[text, ...Array.from({ length: more }, (_, i) => cases.others[(n * (7 + 4 * i) + i) % cases.others.length]!)].join(
		' ',
	);

function indexOf(misleading: number, of: Cases['claims']): ClaimIndex {
	const index = noClaims();
	for (const claim of [...distractors(misleading, 3), ...of]) addClaim(index, claim);
	return index;
}

/** Every post with its claim in the index, and, from an index without it, as one that repeats none. */
function answered(
	misleading: number,
	more: number,
	of: Cases['claims'],
): { asked: Asked; matches: ReturnType<typeof matchClaims> }[] {
	const ask = (index: ClaimIndex, text: string, claim: string | null, n: number) => ({
		asked: { text, claim },
		matches: matchClaims(index, chatty(text, more, n)),
	});
	const all = indexOf(misleading, cases.claims);
	const without = indexOf(
		misleading,
		cases.claims.filter((claim) => !of.includes(claim)),
	);
	return [
		...of.flatMap(({ id, posts }, n) => posts.map((text) => ask(all, text, id, n))),
		...of.flatMap(({ posts }, n) => posts.map((text) => ask(without, text, null, n))),
		...cases.others.map((text, n) => ask(all, text, null, n + 1)),
	];
}

type Answers = ReturnType<typeof answered>;

/** What is said of asides, the hardest of the posts that repeat no claim. */
function aside(misleading: number): Answers {
	const index = indexOf(misleading, cases.claims);
	const asked = cases.claims.flatMap(({ asides }) => asides.map((text): Asked => ({ text, claim: null })));
	return asked.map((one) => ({ asked: one, matches: matchClaims(index, one.text) }));
}

/** Mean average precision of the first five, over the posts that repeat a claim. */
function meanPrecision(answers: Answers): number {
	const ranks = answers
		.filter(({ asked }) => asked.claim !== null)
		.map(({ asked, matches }) => matches.findIndex(({ claim }) => claim === asked.claim));
	return ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / ranks.length;
}

/** Of the posts that repeat a claim, the share that gets a right suggestion where 90 of 100 suggestions are right. */
function suggestedAt(answers: Answers, precision: number): number {
	const first = answers
		.flatMap(({ asked, matches: [top] }) => (top ? [{ score: top.score, right: top.claim === asked.claim }] : []))
		.sort((a, b) => b.score - a.score);
	const matchable = answers.filter(({ asked }) => asked.claim !== null).length;
	let [right, most] = [0, 0];
	for (const [n, one] of first.entries()) {
		if (one.right) right++;
		if (right / (n + 1) >= precision) most = right / matchable;
	}
	return most;
}

function surePrecision(answers: Answers): { share: number; count: number } {
	const sure = answers.flatMap(({ asked, matches }) =>
		matches.filter(({ level }) => level === 'sure').map(({ claim }) => claim === asked.claim),
	);
	return { share: sure.filter(Boolean).length / sure.length, count: sure.length };
}

/** Posts asked of each set. */
const ASKED = 300;
/** What is within the noise of so many posts. */
const NOISE = 0.01;

function meanPrecisionOf(matcher: Matcher, posts: PostSet['posts']): number {
	const ranks = posts.map(({ text, claim }) => matcher(text).findIndex((match) => match.claim === claim));
	return ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / ranks.length;
}

/** Rows of the written claims that are on one topic lie within so many of each other. */
const TOPIC = 4;

/** How much of a claim's words another has. */
function nearness([one = '']: readonly string[], [other = '']: readonly string[]): number {
	const [a, b] = [one, other].map((text) => new Set(text.split(' ')));
	const both = [...a!].filter((word) => b!.has(word)).length;
	return both / (a!.size + b!.size - both);
}

/** Ours beside the plain ways on one set, and what it suggests with the post's claim in the index, and without it and those near it. */
function compared({ name, language, claims: known, posts: all }: PostSet): Figure[] {
	const posts = all.slice(0, ASKED);
	const index = noClaims();
	for (const claim of known) addClaim(index, claim);
	const ours = meanPrecisionOf((text) => matchClaims(index, text), posts);
	const plain = baselines.map((plainName) => ({
		plainName,
		value: meanPrecisionOf(baseline(plainName, known), posts),
	}));
	const most = Math.max(...plain.map(({ value }) => value));
	const answers = posts.flatMap(({ text, claim }): Answers => {
		const own = known.find(({ id }) => id === claim)!;
		const twins = known.filter(
			({ id, texts }) =>
				id === claim ||
				nearness(texts, own.texts) >= 0.4 ||
				(/^w\d/.test(id) && Math.abs(Number(id.slice(1)) - Number(claim.slice(1))) <= TOPIC),
		);
		const withIt = matchClaims(index, text);
		for (const { id } of twins) removeClaim(index, id);
		const without = matchClaims(index, text);
		for (const twin of twins) addClaim(index, twin);
		return [
			{ asked: { text, claim }, matches: withIt },
			{ asked: { text, claim: null }, matches: without },
		];
	});
	const { share, count } = surePrecision(answers);
	return [
		atLeast(
			`claims: MAP@5, ${name}, beside the plain ways`,
			ours,
			Math.floor((most - NOISE) * 1_000) / 1_000,
			plain.map(({ plainName, value }) => `${plainName} ${value.toFixed(3)}`).join(', '),
		),
		...(name.startsWith('made up')
			? []
			: [
					atLeast(
						`claims: suggested at 90 % precision, ${name}`,
						suggestedAt(answers, 0.9),
						language === 'ar' ? 0.68 : 0.55,
					),
				]),
		...(count >= 5 ? [atLeast(`claims: precision of «sure», ${name}`, share, 0.95, `${count} answers`)] : []),
	];
}

const notHere = (name: string, target: string, note: string): Figure => ({
	name,
	value: null,
	unit: '',
	target,
	met: null,
	note,
});

export async function claims(): Promise<Figure[]> {
	const arabic = cases.claims.filter(({ id }) => id.startsWith('ar'));
	const english = cases.claims.filter(({ id }) => id.startsWith('en'));
	const parts: [string, Answers][] = [
		['all languages, a register of 44', answered(0, 1, cases.claims)],
		['all languages', answered(10_000, 0, cases.claims)],
		['all languages, long posts', answered(10_000, 2, cases.claims)],
		['English', answered(10_000, 0, english)],
		['Arabic', answered(10_000, 0, arabic)],
	];
	const figures = parts.flatMap(([name, answers]) => {
		const { share, count } = surePrecision([...answers, ...aside(name.endsWith('of 44') ? 0 : 10_000)]);
		return [
			atLeast(`claims: MAP@5, ${name}`, meanPrecision(answers), name === 'Arabic' ? 0.91 : 0.88),
			atLeast(
				`claims: suggested at 90 % precision, ${name}`,
				suggestedAt(answers, 0.9),
				name === 'Arabic' ? 0.68 : 0.55,
			),
			...(count > 0
				? [atLeast(`claims: precision of «sure», ${name}`, share, 0.95, `${count} answers, asides among the asked`)]
				: []),
		];
	});

	const misleading = distractors(10_000, 3);
	let from = performance.now();
	const index = noClaims();
	for (const claim of misleading) addClaim(index, claim);
	const each = (performance.now() - from) / misleading.length;
	const texts = misleading.slice(0, 400).map(({ texts: [text] }, n) => chatty(text!, 1, n));
	from = performance.now();
	for (const text of texts) matchClaims(index, text);
	const perSecond = texts.length / ((performance.now() - from) / 1_000);
	const posed = postSets();
	return [
		...figures,
		atLeast('claims: texts matched against 10,000 claims', perSecond, 200, 'one core', '/s'),
		atMost('claims: adding a claim to 10,000', each, 5, 'ms', 'nothing is built anew'),
		...posed.sets.flatMap(compared),
		...posed.missing.map((name) =>
			notHere(`claims: MAP@5, ${name}`, '≥ the plain ways', '../shared/data/moderation is not beside the checkout'),
		),
		...['CheckThat! 2020', 'Arabic paraphrases'].map((name) =>
			notHere(
				`claims: MAP@5, ${name}`,
				name === 'CheckThat! 2020' ? '≥ 0.88' : '≥ 0.91',
				'the public set is not in the repository',
			),
		),
	];
}
