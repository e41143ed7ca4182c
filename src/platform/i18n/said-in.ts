// The language of an interface text that is known by its letters alone: what stands in a page of Tamazight for want of a text.
import { dirOf, type Direction, type Locale } from './locales.ts';

/** What an isolated value holds: a name, a date in another language than the sentence around it. */
const values = /\u2068[^\u2069]*\u2069/gu;

/**
 * `lang` and `dir` of a text in a page of Tamazight that has none of its letters, isolated values aside; nothing in every
 * other page.
 */
export function attrsOfText(text: string, locale: Locale): { lang?: Locale; dir?: Direction } {
	if (locale !== 'zgh') return {};
	const own = text.replace(values, '');
	const words = /\p{L}{2}/u.test(own) ? own : text;
	if (/\p{Script=Tifinagh}/u.test(words)) return {};
	const lang = /\p{Script=Arabic}/u.test(words) ? 'ar' : /\p{Script=Latin}{3}/u.test(words) ? 'fr' : null;
	return lang ? { lang, dir: dirOf(lang) } : {};
}
