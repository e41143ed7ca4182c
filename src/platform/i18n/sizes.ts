// Sizes of files and disks in the units of the reader's language, in its own letters.

/** Bytes in the largest unit that leaves a number of at least one, in steps of a thousand: `[1.5, 'gigabyte']`. */
export function inUnit(bytes: number): [amount: number, unit: 'kilobyte' | 'megabyte' | 'gigabyte' | 'terabyte'] {
	const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
	let amount = bytes / 1_000;
	let at = 0;
	while (amount >= 1_000 && at < units.length - 1) {
		amount /= 1_000;
		at++;
	}
	return [Math.round(amount * 10) / 10, units[at]!];
}

/** `1.5 GB`, `1,5 Go`, `1,5 غيغابايت`: Arabic writes the unit out, as the helps of forms do. Never broken over lines. */
export function sizeIn(tag: string, bytes: number): string {
	const [amount, unit] = inUnit(bytes);
	const unitDisplay = tag.startsWith('ar') ? 'long' : 'short';
	return new Intl.NumberFormat(tag, {
		style: 'unit',
		unit,
		unitDisplay,
		numberingSystem: 'latn',
		maximumFractionDigits: 1,
	})
		.format(amount)
		.replaceAll(' ', '\u00a0');
}
