// A place of the tree of territories as people write and read it: its names folded for finding, its name in a language.
import { type Locale, locales, territoryWord, translatorFor } from '#platform/i18n/index.ts';
import { searchWords } from '#platform/search.ts';

export interface Place {
	id: string;
	country: string;
	level: string;
	code: string;
	/** By language; none has all of them. */
	names: Readonly<Record<string, string>>;
}

/** A place with those above it, the nearest first. */
export interface PlaceInTree extends Place {
	above: readonly Place[];
}

/** One spelling of a name for those that people type: without case, accents, hamza forms, marks, hyphens and article. */
export const foldName = (name: string): string => searchWords(name).join(' ');

/** Every folded name of a place, once. */
export const knownAs = (names: Readonly<Record<string, string>>): string[] => [
	...new Set(Object.values(names).map(foldName).filter(Boolean)),
];

/** The name in the best language there is, with the language it is in. */
export function placeName(
	{ names, code }: Pick<Place, 'names' | 'code'>,
	locale: string,
): { text: string; locale: string } {
	const found = [locale, 'fr', 'ar', 'es', 'en', ...Object.keys(names)].find((language) => names[language]);
	return found ? { text: names[found]!, locale: found } : { text: code, locale };
}

/** How an address names a place: country and official code. */
export const placeReference = ({ country, code }: Pick<Place, 'country' | 'code'>): string => `${country}-${code}`;

/** What the level of a place is called in a language; its code when nobody named it. */
export function levelWord({ country, level }: Pick<Place, 'country' | 'level'>, locale: Locale): string {
	const key = territoryWord(country, level);
	return key ? translatorFor(locale)(key) : level;
}

/** The name and the words that tell it from its namesakes: what stands in brackets or after a comma. */
export function nameAndHint(typed: string): { name: string; hint: string } | null {
	const [, name, hint] = /^([^(،,]+)[(،,]\s*([^)]+)\)?\s*$/u.exec(typed) ?? [];
	return name && hint ? { name: foldName(name), hint: foldName(hint) } : null;
}

/** Whether a place is meant by a hint: its level in any language, or the name of a place above it. */
export function isHintedAt(place: PlaceInTree, hint: string): boolean {
	const levels = locales.map((locale) => foldName(levelWord(place, locale)));
	return [...levels, ...place.above.flatMap(({ names }) => knownAs(names))].includes(hint);
}

/** A label for each place, its level beside names that several bear, and the place above where that is not enough. */
export function placeLabels(places: readonly PlaceInTree[], locale: Locale): { id: string; label: string }[] {
	const bare = places.map((place) => placeName(place, locale).text);
	const levelled = places.map((place, at) => `${bare[at]} (${levelWord(place, locale)})`);
	const isAlone = (labels: readonly string[], label: string): boolean =>
		labels.filter((other) => foldName(other) === foldName(label)).length === 1;
	return places.map((place, at) => {
		const [name, withLevel] = [bare[at]!, levelled[at]!];
		if (isAlone(bare, name)) return { id: place.id, label: name };
		const [nearest] = place.above;
		return {
			id: place.id,
			label: isAlone(levelled, withLevel) || !nearest ? withLevel : `${name} (${placeName(nearest, locale).text})`,
		};
	});
}

/** Where a place stands, in words: its level and the places above it. */
export const placeContext = (place: PlaceInTree, locale: Locale): string =>
	[levelWord(place, locale), ...place.above.map((one) => placeName(one, locale).text)].join(
		locale === 'ar' ? '، ' : ', ',
	);
