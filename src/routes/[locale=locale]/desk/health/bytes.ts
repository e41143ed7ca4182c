// Sizes as people read them.
import type { Formats } from '#platform/i18n/index.ts';

/** Bytes in the largest unit that leaves a number of at least one: `[1.5, 'GB']`. */
export function inUnit(bytes: number): [amount: number, unit: 'kB' | 'MB' | 'GB' | 'TB'] {
	const units = ['kB', 'MB', 'GB', 'TB'] as const;
	let amount = bytes / 1_000;
	let at = 0;
	while (amount >= 1_000 && at < units.length - 1) {
		amount /= 1_000;
		at++;
	}
	return [Math.round(amount * 10) / 10, units[at]!];
}

/** A size in words of the page: `1.5 GB`, the number as the reader's language writes it, never broken over lines. */
export function bytesIn(bytes: number, formats: Pick<Formats, 'number'>): string {
	const [amount, unit] = inUnit(bytes);
	return `${formats.number(amount, 1)}\u00a0${unit}`;
}
