// Sums of money in the reader's language, the currency named in full: «180 000 dirhams».
import type { Locale } from '#platform/i18n/index.ts';
import { regionalTag } from '#platform/i18n/formats.ts';

/** Money of a region: what budgets are counted in. */
const currencies: Readonly<Record<string, string>> = { MA: 'MAD', TN: 'TND', BO: 'BOB' };

export const currencyOf = (region: string): string => currencies[region] ?? 'EUR';

/** An amount in an ISO 4217 currency, its thousands set apart as other numbers are in that language. */
export function moneyOf(amount: number, currency: string, locale: Locale): string {
	const region = Object.keys(currencies).find((known) => currencies[known] === currency);
	const apart = locale === 'ar' || locale === 'fr';
	return new Intl.NumberFormat(regionalTag(locale, region), {
		style: 'currency',
		currency,
		currencyDisplay: 'name',
		minimumFractionDigits: 0,
		maximumFractionDigits: 2,
		numberingSystem: 'latn',
	})
		.formatToParts(amount)
		.map(({ type, value }) => (type === 'group' && apart ? '\u202f' : value))
		.join('');
}
