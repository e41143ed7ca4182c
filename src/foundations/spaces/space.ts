// A space: a place with its own name, address, languages, brand, members and rules.
import type { Locale } from '#platform/i18n/index.ts';
import type { SpaceId } from '#platform/ids.ts';

export const spaceKinds = ['portal', 'medium', 'campaign', 'programme', 'commune', 'community'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

export interface Space {
	id: SpaceId;
	parentId: SpaceId | null;
	kind: SpaceKind;
	/** Last part of its web address; the root portal's is not shown. */
	address: string;
	/** Degrees on the colour wheel, in steps of ten; lightness is the design system's. */
	hue: number;
	chroma: 'low' | 'high';
	secondHue: number;
	logoFile: string | null;
	languages: readonly Locale[];
	/** IANA zone of its deadlines. */
	zone: string;
	/** Region of its formats and territory words: MA, TN, BO… */
	region: string;
	territoryId: string | null;
	guestsComment: boolean;
	guestsSupport: boolean;
	guestsPropose: boolean;
	holdNewGuests: boolean;
	/** A text is accepted or published only when a validator has signed exactly it off. */
	signOffRequired: boolean;
	/** Days an officer has to answer a proposal. */
	answerDays: number;
	texts: Readonly<Partial<Record<Locale, { name: string; description: string }>>>;
	v: number;
}

/** Name and description in the best language there is, with the language they are in. */
export function textOf(space: Space, locale: Locale): { name: string; description: string; locale: Locale } {
	for (const candidate of [locale, ...space.languages, ...(Object.keys(space.texts) as Locale[])]) {
		const text = space.texts[candidate];
		if (text) return { ...text, locale: candidate };
	}
	return { name: space.address, description: '', locale };
}

/** Where a space lives, in a language: the root portal at the top, the others below /s/. */
export const pathOf = (space: Pick<Space, 'parentId' | 'address'>, locale: string): string =>
	space.parentId === null ? `/${locale}` : `/${locale}/s/${space.address}`;

/** An address people can type: letters without accents, digits, hyphens. */
export const addressShape = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
