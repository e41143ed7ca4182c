// What a text's letters say: its direction, and its language where that is plain to see.
import { type Locale, locales } from '#platform/i18n/locales.ts';

/** Below this many letters a guess is not worth saying. */
const fewLetters = 24;

const rightToLeft =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const initiators = /[\u2066-\u2068]/;

/** Direction of the first strong character (Unicode UAX 9, rules P2 and P3), isolates skipped; `auto` without any. */
export function firstStrongDir(text: string): 'rtl' | 'ltr' | 'auto' {
	let isolates = 0;
	for (const char of text) {
		if (initiators.test(char)) isolates++;
		else if (char === '\u2069') isolates = Math.max(0, isolates - 1);
		else if (isolates === 0) {
			if (char === '\u200f' || char === '\u061c') return 'rtl';
			if (char === '\u200e') return 'ltr';
			if (/\p{L}/u.test(char)) return rightToLeft.test(char) ? 'rtl' : 'ltr';
		}
	}
	return 'auto';
}

/** Frequent words that hardly occur in the other languages. */
const frequent: Readonly<Record<'fr' | 'es' | 'en', ReadonlySet<string>>> = {
	fr: words(
		'le les des du un une et est sont dans pour par sur avec qui nous vous ils elles ce cette ces au aux pas plus mais ou où être été leur leurs je il elle ne se sa ses son notre votre très comme aussi à c’est l’ d’ qu’ n’ j’',
	),
	es: words(
		'el los las del un una y es son en para por con que nosotros ustedes este esta estos estas no más pero o ser está están su sus lo al como también muy hay yo nuestro nuestra fue desde hasta sobre entre cuando donde',
	),
	en: words(
		'the of and is are in for by on with that we you they this these those not more but or be been was were their his her it its to at from as have has will would our your an can very also what which there',
	),
};

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(' '));
}

/** The interface language a text is written in, or null when its letters and small words do not settle it. */
export function guessLocale(text: string): Locale | null {
	const sample = text.slice(0, 5000).replace(/\bhttps?:\/\/\S+/gi, ' ');
	const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
	const letters = count(/\p{L}/gu);
	if (letters < 2) return null;
	if (count(/\p{Script=Tifinagh}/gu) > letters / 2) return 'zgh';
	if (count(/\p{Script=Arabic}/gu) > letters / 2) {
		// Persian and Urdu write yeh and kaf with letters of their own.
		return count(/[\u06cc\u06a9\u06d2\u06c1\u0679\u0688\u0691]/g) > letters / 20 ? null : 'ar';
	}
	return count(/\p{Script=Latin}/gu) > letters / 2 ? guessLatin(sample) : null;
}

/** The interface language to file a text under: what its words say, else the first of `likely` that is written in its letters. */
export function languageOf(text: string, likely: readonly string[]): Locale {
	const found = guessLocale(text);
	if (found) return found;
	const letters = /\p{Script=Tifinagh}|\p{Script=Arabic}|\p{Script=Latin}/gu;
	const all = text.slice(0, 5000).match(letters) ?? [];
	const isArabic = all.filter((letter) => /\p{Script=Arabic}/u.test(letter)).length > all.length / 2;
	const fitting: readonly string[] = all.length === 0 ? locales : isArabic ? ['ar'] : ['fr', 'es', 'en'];
	return likely.find((name): name is Locale => fitting.includes(name)) ?? (isArabic ? 'ar' : 'fr');
}

/**
 * The language of a text that a reader of another one is told beside it. Null when it is theirs, or not known: what is kept
 * with a text may be that of the page it was written on, so its own words must say the same, and there must be enough of them.
 */
export function foreignLocale(text: string, kept: string, reader: string): Locale | null {
	if (kept === reader || (text.match(/\p{L}/gu)?.length ?? 0) < fewLetters) return null;
	const found = guessLocale(text);
	return found === kept ? found : null;
}

function guessLatin(text: string): Locale | null {
	const found =
		text
			.toLowerCase()
			.normalize('NFC')
			.replace(/'/g, '’')
			.match(/[\p{L}\p{M}]+’?/gu) ?? [];
	const scores = (['fr', 'es', 'en'] as const)
		.map((locale) => ({
			locale,
			score: found.filter((word) => frequent[locale].has(word)).length + marks(locale, text),
		}))
		.sort((a, b) => b.score - a.score);
	const [best, second] = scores;
	if (!best || !second || best.score < 2 || best.score < second.score * 1.5 || best.score < found.length / 25)
		return null;
	return best.locale;
}

/** Letters that only one of the three uses. */
function marks(locale: 'fr' | 'es' | 'en', text: string): number {
	if (locale === 'fr') return Math.min(2, text.match(/[èêëàâçùûîïôœ]/gi)?.length ?? 0);
	return locale === 'es' ? Math.min(2, text.match(/[ñ¿¡áíú]/gi)?.length ?? 0) : 0;
}
