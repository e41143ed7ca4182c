// Tamazight times made by hand: CLDR has months and days in zgh but neither relative times nor units.
import { pluralCategory } from './plural.ts';
import type { DurationUnit } from './spans.ts';

/** After a number, nouns are in the annexed state: [one, several]. */
const units: Readonly<Record<DurationUnit, readonly [one: string, other: string]>> = {
	minute: ['ⵜⵓⵙⴷⵉⴷⵜ', 'ⵜⵓⵙⴷⵉⴷⵉⵏ'],
	hour: ['ⵜⵙⵔⴰⴳⵜ', 'ⵜⵙⵔⴰⴳⵉⵏ'],
	day: ['ⵡⴰⵙⵙ', 'ⵡⵓⵙⵙⴰⵏ'],
};

export function zghDuration(written: string, amount: number, unit: DurationUnit): string {
	return `${written} ${units[unit][pluralCategory('zgh', Math.abs(amount)) === 'one' ? 0 : 1]}`;
}

/** Month before year, as in the long date; CLDR's own pattern turns them round. */
export function zghMonth(format: Intl.DateTimeFormat, date: Date): string {
	const parts = format.formatToParts(date);
	const valueOf = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
	return `${valueOf('month')} ${valueOf('year')}`;
}

interface Clock {
	date(value: Date, style?: 'short' | 'long'): string;
	time(value: Date): string;
}

/** "now", then the time of today, yesterday or tomorrow, then the date: no word for "ago" is attested. */
export function zghRelative(then: Date, now: Date, { date, time }: Clock): string {
	if (Math.abs(then.getTime() - now.getTime()) < 45_000) return 'ⴷⵖⵉ';
	const day = Date.parse(date(then, 'short'));
	const today = Date.parse(date(now, 'short'));
	const near = new Map([
		[0, 'ⴰⵙⵙⴰ'],
		[-1, 'ⵉⴹⵍⵍⵉ'],
		[1, 'ⴰⵙⴽⴽⴰ'],
	]).get(Math.round((day - today) / 86_400_000));
	return near === undefined ? date(then) : `${near} ${time(then)}`;
}
