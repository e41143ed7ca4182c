// Keeps a value from reordering the line it stands in (Unicode bidirectional algorithm, UAX #9, isolates).
import type { Direction } from './locales.ts';

const first = '\u2068';
const last = '\u2069';
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const tifinagh = /\p{Script=Tifinagh}/u;
const onlyArabic = /^[\p{Script=Arabic}\p{M}\s]*$/u;
const address = /^(?:https?:\/\/|mailto:)\S+$/i;

/**
 * Wraps a value whose direction may differ from the line's in U+2068 … U+2069. Values that surely agree stay bare, and so
 * do web addresses, because mail programs would take the closing sign for a part of the link: give them a line of their own.
 * In a text that stands in for one of Tamazight (`apart`) a value in Tifinagh is another language's and is wrapped too.
 */
export function isolate(value: string, line: Direction, apart = false): string {
	const agrees = line === 'rtl' ? onlyArabic.test(value) : !rightToLeft.test(value) && !(apart && tifinagh.test(value));
	return agrees || address.test(value) || value.startsWith(first) ? value : first + value + last;
}
