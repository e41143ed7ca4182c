// The language of an interface text that is known by its letters alone: what stands in a page of Tamazight for want of a text.
import { dirOf, type Direction, type Locale } from './locales.ts';

/** `lang` and `dir` of a text in a page of Tamazight that has none of its letters; nothing in every other page. */
export function attrsOfText(text: string, locale: Locale): { lang?: Locale; dir?: Direction } {
	if (locale !== 'zgh' || /\p{Script=Tifinagh}/u.test(text)) return {};
	const lang = /\p{Script=Arabic}/u.test(text) ? 'ar' : /\p{Script=Latin}{3}/u.test(text) ? 'fr' : null;
	return lang ? { lang, dir: dirOf(lang) } : {};
}
