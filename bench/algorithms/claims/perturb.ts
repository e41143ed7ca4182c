// How a claim looks when people pass it on: words left out, moved, bent, misspelt; chatter, tags, links and signatures around it.
import { chatter, type Language, synonyms } from './language.ts';

export type Random = () => number;

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** How hard it is: the share of words left out, and of those bent or misspelt. */
export interface Hardness {
	out: number;
	bent: number;
	added: number;
}

const bendings: Record<Language, (random: Random, word: string) => string> = {
	en: (random, word) =>
		pick(random, [`${word}s`, `${word}ed`, `${word}ing`, `${word}'s`, word.replace(/s$|ed$|ing$/u, '')]),
	fr: (random, word) =>
		pick(random, [`${word}s`, `${word}e`, `${word}es`, `l’${word}`, word.replace(/e?s$|ent$/u, '')]),
	ar: (random, word) =>
		pick(random, [
			`و${word}`,
			`ب${word}`,
			`ال${word.replace(/^ال/u, '')}`,
			`لل${word.replace(/^ال/u, '')}`,
			word.replace(/^ال/u, ''),
			`${word.replace(/ة$/u, 'ت')}ه`,
			word.replace(/ة$/u, 'ات'),
			word.length > 4 ? `ي${word.slice(1)}` : `${word}ين`,
		]),
};

/** The same word from other fingers. */
function misspelt(random: Random, language: Language, word: string): string {
	const at = Math.floor(random() * word.length);
	if (language === 'ar')
		return pick(random, [
			word.replace(/ة$/u, 'ه').replace(/[أإآ]/gu, 'ا'),
			word.replace(/ي$/u, 'ى').replace(/[أإ]/gu, 'ا'),
			word.replace(/ك/gu, 'ک').replace(/ي/gu, 'ی'),
			`${word.slice(0, at)}ـــ${word.slice(at)}`,
			word.slice(0, at) + word.slice(at + 1),
		]);
	return pick(random, [
		word.slice(0, at) + word.slice(at + 1),
		word.slice(0, at) + word.charAt(at) + word.slice(at),
		word.slice(0, at) + (word[at + 1] ?? '') + word.charAt(at) + word.slice(at + 2),
		word + word.slice(-1).repeat(3),
		word.toUpperCase(),
	]);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A text that repeats another in a person's way. `synonym` knows more words than the short list. */
export function retold(
	random: Random,
	language: Language,
	text: string,
	{ out, bent, added }: Hardness,
	synonym: (word: string) => string | undefined = () => undefined,
): string {
	let words = text.split(/\s+/u).filter((word) => word !== '');
	const kept = words.filter(() => random() >= out);
	words = (kept.length > 1 ? kept : words).map((word) => {
		const other = synonym(word) ?? synonyms.get(word.toLowerCase());
		if (other !== undefined && random() < 0.5) return other;
		if (!/^[\p{L}\p{M}]{4,}$/u.test(word) || random() >= bent) return word;
		return random() < 0.6 ? bendings[language](random, word) : misspelt(random, language, word);
	});
	if (random() < 0.4) {
		const from = Math.floor(random() * words.length);
		words = [...words.slice(from), ...words.slice(0, from)];
	}
	if (random() < 0.25 && words.length > 4) {
		const from = Math.floor(random() * (words.length - 2));
		const tag = words.slice(from, from + 2).map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''));
		words.splice(from, 2, `#${language === 'ar' ? tag.join('_') : tag.map(capital).join('')}`);
	}
	const around = Array.from({ length: Math.floor(random() * (added + 1)) }, () => pick(random, chatter[language]));
	const tail = random();
	return [
		...(random() < 0.15 ? ['RT @someone_else:'] : []),
		...around.slice(0, around.length >> 1),
		...words,
		...around.slice(around.length >> 1),
		...(tail < 0.2 ? ['https://t.co/aB3dE9x'] : []),
		...(tail > 0.85 ? ['— Sam Doe (@samdoe81) March 3, 2020'] : []),
	].join(' ');
}
