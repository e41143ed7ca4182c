// Regions a space can be in, with their names as the reader's language has them.
import type { Locale } from '#platform/i18n/index.ts';
import type { Option } from '#ui/index.ts';

const offered = ['MA', 'TN', 'DZ', 'LY', 'MR', 'BO', 'FR', 'ES'];

/** Choices for a select; `current` is among them whatever it is. */
export function regionOptions(locale: Locale, current: string): Option[] {
	const names = new Intl.DisplayNames([locale], { type: 'region' });
	return [...new Set([...offered, current])].map((value) => ({ value, label: names.of(value) ?? value }));
}
