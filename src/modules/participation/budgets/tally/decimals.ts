// Decimal numbers as people write them in files, read exactly: no floating point stands between the file and the count.

/** A decimal as a whole number and the count of its digits after the point: «12.50» is 125 and 1. */
export interface Decimal {
	whole: bigint;
	digits: number;
}

const blanks = /[\s\u00a0\u202f_']/g;
/** Groups of three digits between commas, or between points of which there are two at least: «1,000», «1.000.000,5». */
const groupedByCommas = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const groupedByPoints = /^[+-]?[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d*)?$/;

function withoutGroups(text: string): string {
	if (groupedByCommas.test(text)) return text.replaceAll(',', '');
	return groupedByPoints.test(text) ? text.replaceAll('.', '') : text;
}

/**
 * Reads «1200», «1200.50», «1200,50», «1 200», «1,200», «1.200.000», «1e3», with a sign; null for anything else. One comma is a decimal
 * point, unless three digits follow it: no currency is counted in thousandths there.
 */
export function decimalOf(text: string): Decimal | null {
	const found = /^([+-]?)(\d*)(?:[.,](\d*))?(?:e\+?(\d{1,2}))?$/i.exec(withoutGroups(text.replace(blanks, '')));
	if (!found || text.length > 60) return null;
	const [, sign = '', before = '', after = '', power = '0'] = found;
	if (before + after === '') return null;
	const fraction = after.replace(/0+$/, '');
	const shift = Number(power);
	const whole = BigInt(before + fraction.padEnd(shift, '0')) * (sign === '-' ? -1n : 1n);
	return { whole, digits: Math.max(0, fraction.length - shift) };
}

/** The power of ten that makes all of them whole. */
export const unitOf = (decimals: Iterable<Decimal>): number => {
	let most = 0;
	for (const { digits } of decimals) most = Math.max(most, digits);
	return 10 ** most;
};

/** In units of 1/unit, which must be a power of ten at least as fine as the decimal. */
export const scaled = ({ whole, digits }: Decimal, unit: number): bigint =>
	(whole * BigInt(unit)) / 10n ** BigInt(digits);
