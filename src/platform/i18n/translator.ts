// The translators of the five languages over the installation's catalogues, each built once.
import { catalogues } from './catalogues.ts';
import { createTranslator } from './create-translator.ts';
import type { MessageKey, Translator } from './create-translator.ts';
import type { Locale } from './locales.ts';

const cache = new Map<string, Translator>();

/** The translator of a language, built once. Texts it lacks come from `second`, then French. */
export function translatorFor(locale: Locale, second: Locale = 'fr'): Translator {
	const id = `${locale} ${second}`;
	let found = cache.get(id);
	if (!found) {
		found = createTranslator(locale, [locale, second, 'fr'], catalogues);
		cache.set(id, found);
	}
	return found;
}

/** Whether the catalogue has a text under this key. */
export function isMessageKey(key: string): key is MessageKey {
	return Object.hasOwn(catalogues.fr, key);
}

/** Every key that begins so, in the catalogue's order. */
export const keysUnder = (prefix: string): MessageKey[] =>
	Object.keys(catalogues.fr).filter((key): key is MessageKey => key.startsWith(prefix));
