// Ways in which people hide words from a filter, made by a seed: applied to every word long enough to matter.

type Disguise = (word: string, random: () => number) => string;

const LONG = 4;
const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word);
const swapped =
	(table: Readonly<Record<string, string>>): Disguise =>
	(word) =>
		[...word].map((letter) => table[letter] ?? letter).join('');
const between =
	(sign: string): Disguise =>
	(word) =>
		[...word].join(sign);

export const disguises: Readonly<Record<string, Disguise>> = {
	spaced: between(' '),
	dotted: between('.'),
	dashed: between('-'),
	'zero-width': (word, random) => [...word].map((letter) => (random() < 0.5 ? `${letter}\u200b` : letter)).join(''),
	tatweel: (word, random) =>
		isArabic(word) ? [...word].map((letter) => (random() < 0.5 ? `${letter}ـ` : letter)).join('') : word,
	'Persian letters': swapped({ ك: 'ک', ي: 'ی', ى: 'ی', ه: 'ہ', ة: 'ۃ' }),
	homoglyphs: swapped({
		a: 'а',
		e: 'е',
		o: 'о',
		p: 'р',
		c: 'с',
		x: 'х',
		i: 'і',
		s: 'ѕ',
		y: 'у',
		h: 'һ',
		A: 'А',
		E: 'Е',
		O: 'О',
		P: 'Р',
		C: 'С',
		T: 'Т',
		M: 'М',
		H: 'Н',
	}),
	'leet with signs': swapped({ a: '@', e: '3', i: '!', o: '0', s: '$', A: '@', E: '3', I: '!', O: '0', S: '$' }),
	leet: swapped({ a: '4', e: '3', i: '1', o: '0', s: '5', t: '7', A: '4', E: '3', I: '1', O: '0', S: '5', T: '7' }),
	repeats: (word, random) => {
		const letters = [...word];
		const at = Math.floor(random() * letters.length);
		letters[at] = letters[at]!.repeat(3 + Math.floor(random() * 3));
		return letters.join('');
	},
	stars: (word, random) => {
		const letters = [...word];
		letters[1 + Math.floor(random() * (letters.length - 2))] = '*';
		return letters.join('');
	},
};

const WORD = /(?<![@\p{L}])(?!URL|USER)[\p{L}\p{M}]+/gu;

/** The text with each word of at least so many letters disguised; with 0, one word of four letters or more. */
export function disguised(text: string, how: string, random: () => number, least = LONG): string {
	const disguise = disguises[how]!;
	const long = (word: string, letters: number) => [...word].length >= letters;
	if (least > 0) return text.replace(WORD, (word) => (long(word, least) ? disguise(word, random) : word));
	const words = [...text.matchAll(WORD)].filter(([word]) => long(word, LONG));
	const chosen = words[Math.floor(random() * words.length)];
	if (chosen === undefined) return text;
	const [word] = chosen;
	return text.slice(0, chosen.index) + disguise(word, random) + text.slice(chosen.index + word.length);
}
