// Which plural form a count takes in each language (CLDR categories; cached, because building a rule set is slow).
import type { Locale } from './locales.ts';

export type PluralCategory = Intl.LDMLPluralRule;
/** One text per CLDR category of its language; `other` always exists. */
export type PluralTexts = Readonly<Partial<Record<PluralCategory, string>> & { other: string }>;

const rules = new Map<Locale, Intl.PluralRules>();

/** CLDR has no rule for zgh, and Intl would silently answer with the machine's own language: tzm has the same two forms. */
function rulesOf(locale: Locale): Intl.PluralRules {
	let found = rules.get(locale);
	if (!found) {
		found = new Intl.PluralRules(locale === 'zgh' ? 'tzm' : locale);
		rules.set(locale, found);
	}
	return found;
}

/** The category of a count: Arabic has six, French and Spanish three, English and Tamazight two. */
export function pluralCategory(locale: Locale, count: number): PluralCategory {
	return rulesOf(locale).select(count);
}

/** Every category a plural text of this language must have. */
export function pluralCategories(locale: Locale): readonly PluralCategory[] {
	return rulesOf(locale).resolvedOptions().pluralCategories;
}

/** The text for a count, `other` where a category is missing. */
export function choosePlural(locale: Locale, texts: PluralTexts, count: number): string {
	return texts[pluralCategory(locale, count)] ?? texts.other;
}
