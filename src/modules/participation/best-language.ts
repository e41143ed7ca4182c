// Texts kept by language: the one a reader gets, with the language it is in.

/** The text in the reader's language, else in the first preferred one that has it, else in any. Null when there is none. */
export function inBestLanguage<Text>(
	texts: Readonly<Record<string, Text>>,
	locale: string,
	preferred: readonly string[] = [],
): { text: Text; locale: string } | null {
	for (const candidate of [locale, ...preferred, ...Object.keys(texts).sort()]) {
		const text = Object.hasOwn(texts, candidate) ? texts[candidate] : undefined;
		if (text !== undefined) return { text, locale: candidate };
	}
	return null;
}
