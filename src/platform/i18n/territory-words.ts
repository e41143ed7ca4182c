// What a level of territory is called where the installation stands: a setting of the country, not a translation.
// A commune is جماعة in Morocco and بلدية in Tunisia (organic law 113.14; Tunisian organic law 2018-29).
import { isMessageKey } from './translator.ts';
import type { MessageKey } from './create-translator.ts';

/** Levels of each country pack, widest first; the same names as in the territory tables. */
export const territoryLevels = {
	MA: ['region', 'prefecture', 'province', 'arrondissement_prefecture', 'commune', 'district'],
	TN: ['governorate', 'delegation', 'municipality', 'imada'],
	BO: ['department', 'province', 'municipality'],
} as const;

export type TerritoryPack = keyof typeof territoryLevels;
type Amount = 'one' | 'several';
export type TerritoryKey = Extract<MessageKey, `territory.${string}`>;

/**
 * The message key of a level's label, capitalised as a title: `t(territoryWord('MA', 'commune'))`. Levels that every country
 * has (country, locality, district) come from the common pack; null for a level that nobody named.
 */
export function territoryWord(country: string, level: string, amount: Amount = 'one'): TerritoryKey | null {
	const keys = [country.toLowerCase(), 'any'].map((pack) => `territory.${pack}.${level}.${amount}`);
	return keys.filter(isMessageKey).find(isTerritoryKey) ?? null;
}

function isTerritoryKey(key: MessageKey): key is TerritoryKey {
	return key.startsWith('territory.');
}
