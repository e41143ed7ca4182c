// How a key becomes a text, over any catalogues: this file pulls none in, so that a script in the browser can bring its own.
import { isolate } from './isolate.ts';
import { dirOf } from './locales.ts';
import type { Direction, Locale } from './locales.ts';
import type french from '#messages/fr.json';
import type { Filled } from './messages.generated.ts';
import { choosePlural } from './plural.ts';
import type { PluralTexts } from './plural.ts';

export type Catalogue = Readonly<Record<string, string | PluralTexts>>;
/** Every key of the catalogues, with the parameters its text needs: null for none. */
export type Messages = { [K in keyof typeof french]: K extends keyof Filled ? Filled[K] : null };
export type MessageKey = keyof Messages;
export type Params = Readonly<Record<string, string | number>>;
/** What must follow a key: nothing, or exactly the parameters its text names. */
export type Args<K extends MessageKey> = [Messages[K]] extends [null]
	? []
	: [params: Readonly<Exclude<Messages[K], null>>];

export interface Translator {
	/** The text in plain form: never HTML. Values of another direction are isolated; a plural's `count` is grouped. */
	<K extends MessageKey>(key: K, ...args: Args<K>): string;
	/** For keys known only at run time (refusal codes, stored statuses): an unknown key is given back as it is. */
	code(key: string, params?: Params): string;
	/** `lang` and `dir` of the text when it is a fallback in another language; empty otherwise. Spread on its element. */
	attrs(key: string): { lang?: Locale; dir?: Direction };
	readonly locale: Locale;
	readonly dir: Direction;
}

/** A translator over any catalogues: `chain` lists the languages to look in, first to last. */
export function createTranslator(
	locale: Locale,
	chain: readonly Locale[],
	texts: Readonly<Record<Locale, Catalogue>>,
): Translator {
	const languageOf = (key: string) => chain.find((candidate) => Object.hasOwn(texts[candidate], key));

	const code = (key: string, params: Params = {}): string => {
		const language = languageOf(key);
		const text = language && texts[language][key];
		if (language === undefined || text === undefined) return key;
		const apart = language !== locale;
		if (typeof text === 'string') return fill(text, language, params, apart);
		const count = Number(params['count'] ?? 0);
		return fill(choosePlural(language, text, count), language, { ...params, count: grouped(language, count) }, apart);
	};

	const attrs = (key: string) => {
		const language = languageOf(key);
		return language === undefined || language === locale ? {} : { lang: language, dir: dirOf(language) };
	};

	const translate = (key: string, ...args: readonly Params[]) => code(key, args[0]);
	return Object.assign(translate, { code, attrs, locale, dir: dirOf(locale) });
}

/**
 * A parameter that was not given stays visible as its name in braces, so that it is noticed. In a text that stands in for one of
 * Tamazight (`apart`), values in Tifinagh are isolated, so that the text is known by its own letters (`said-in.ts`).
 */
function fill(text: string, language: Locale, params: Params, apart: boolean): string {
	if (!text.includes('{')) return text;
	const direction = dirOf(language);
	return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
		const value = Object.hasOwn(params, name) ? params[name] : undefined;
		if (value === undefined) return placeholder;
		return typeof value === 'number' ? String(value) : isolate(value, direction, apart);
	});
}

const numbers = new Map<Locale, Intl.NumberFormat>();

function grouped(locale: Locale, count: number): number | string {
	if (Math.abs(count) < 1000 && Number.isInteger(count)) return count;
	let format = numbers.get(locale);
	if (!format) {
		format = new Intl.NumberFormat(locale === 'ar' ? 'fr' : locale, { numberingSystem: 'latn' });
		numbers.set(locale, format);
	}
	return format.format(count);
}
