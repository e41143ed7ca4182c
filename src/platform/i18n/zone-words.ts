// What people call the time of a place: «heure du Maroc», never the name a computer gives its zone.
import { regionalTag } from './formats.ts';
import type { Translator } from './create-translator.ts';

const ours: Readonly<Record<string, 'zone.MA' | 'zone.TN' | 'zone.BO'>> = {
	'Africa/Casablanca': 'zone.MA',
	'Africa/El_Aaiun': 'zone.MA',
	'Africa/Tunis': 'zone.TN',
	'America/La_Paz': 'zone.BO',
};

/** A zone in the words of the page's language: our own for the countries served, else those of its locale. */
export function zoneWords(zone: string, t: Translator): string {
	const known = ours[zone];
	if (known) return t(known);
	const parts = new Intl.DateTimeFormat(regionalTag(t.locale), { timeZone: zone, timeZoneName: 'longGeneric' });
	return parts.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
