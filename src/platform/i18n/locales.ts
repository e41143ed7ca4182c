// The five languages: their direction, their own names, and the choice among them for a reader.

export type Locale = 'ar' | 'fr' | 'es' | 'en' | 'zgh';
export type Direction = 'rtl' | 'ltr';

/** All languages of the interface, in the order of the language menu. */
export const locales: readonly Locale[] = ['ar', 'fr', 'zgh', 'es', 'en'];

const endonyms: Readonly<Record<Locale, string>> = {
	ar: 'العربية',
	fr: 'Français',
	es: 'Español',
	en: 'English',
	zgh: 'ⵜⴰⵎⴰⵣⵉⵖⵜ',
};

/** Languages whose speakers are served by one of ours (Tamazight varieties are written in zgh here). */
const relatives: Readonly<Record<string, Locale>> = {
	tzm: 'zgh',
	shi: 'zgh',
	rif: 'zgh',
	ber: 'zgh',
	ary: 'ar',
	aeb: 'ar',
};

/** Whether a text (an address segment, a form value, a cookie) names one of our languages exactly. */
export function isLocale(value: unknown): value is Locale {
	return typeof value === 'string' && (locales as readonly string[]).includes(value);
}

/** Writing direction of a language. Tifinagh is written left to right. */
export function dirOf(locale: Locale): Direction {
	return locale === 'ar' ? 'rtl' : 'ltr';
}

/** The language's name in itself, for menus; show it with `lang` and `dir` of that language. */
export function nameOf(locale: Locale): string {
	return endonyms[locale];
}

/**
 * The reader's preferred language among those allowed (RFC 9110 §12.5.4, basic filtering on the primary subtag).
 * `acceptLanguage` may be missing or malformed; quality 0 excludes a language; with nothing in common the first allowed is given.
 */
export function negotiate(acceptLanguage: string | null | undefined, allowed: readonly Locale[] = locales): Locale {
	const wishes = (acceptLanguage ?? '').slice(0, 1000).split(',').map(wish);
	const refused = new Set(wishes.filter((w) => w.quality === 0).map((w) => w.locale));
	const welcome = allowed.filter((locale) => !refused.has(locale));
	const ranked = wishes.filter((w) => w.quality > 0).sort((a, b) => b.quality - a.quality);
	for (const { locale } of ranked) {
		const found = locale === '*' ? welcome[0] : welcome.find((candidate) => candidate === locale);
		if (found) return found;
	}
	return welcome[0] ?? allowed[0] ?? 'fr';
}

function wish(part: string): { locale: string; quality: number } {
	const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
	const language = tag.trim().split('-')[0] ?? '';
	const given = parameters
		.map((parameter) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
		.find(Boolean);
	const quality = given === undefined ? (parameters.length > 0 ? 0.001 : 1) : Number(given);
	return { locale: relatives[language] ?? language, quality: Math.min(quality, 1) };
}
