// The translator and the formats of the page being drawn, handed down from the root layout to every component.
import { getContext, setContext } from 'svelte';
import type { Formats, Translator } from '#platform/i18n/index.ts';

const translatorKey = Symbol('translator');
const formatsKey = Symbol('formats');
const nonceKey = Symbol('nonce');

/** Call once while the root layout is being set up. */
export function setTranslator(translator: Translator): void {
	setContext(translatorKey, translator);
}

/** The page's translator. Throws when no layout above has set one. */
export function useTranslator(): Translator {
	return required(getContext<Translator | undefined>(translatorKey), 'setTranslator');
}

/** Call once while the root layout is being set up: dates and numbers of the reader's language, region and zone. */
export function setFormats(formats: Formats): void {
	setContext(formatsKey, formats);
}

/** The page's formats. Throws when no layout above has set them. */
export function useFormats(): Formats {
	return required(getContext<Formats | undefined>(formatsKey), 'setFormats');
}

/** Call once while the root layout is being set up: what tells this drawing of the page from the next; empty where it is shared. */
export function setNonce(nonce: string): void {
	setContext(nonceKey, nonce);
}

/** The nonce of the page. Throws when no layout above has set one. */
export function useNonce(): string {
	return required(getContext<string | undefined>(nonceKey), 'setNonce');
}

function required<T>(value: T | undefined, setter: string): T {
	if (value === undefined) throw new Error(`${setter} must be called in the layout`);
	return value;
}
