// An amount as people write it: digits of any keyboard, groups of thousands, a decimal point or comma.

const digits: readonly [RegExp, number][] = [
	[/[\u0660-\u0669]/g, 0x660],
	[/[\u06f0-\u06f9]/g, 0x6f0],
];
const grouped = /^\d{1,3}(?:g\d{3})+$/;

/**
 * The amount a text says, or null when it says none. Spaces, apostrophes and ٬ group thousands; ٫ begins the decimals. Of a
 * point and a comma the last begins the decimals; alone, one before exactly three digits groups (12.500 is twelve thousand five
 * hundred, as in French and Arabic accounts), else it begins the decimals, of which there are two at most.
 */
export function amountOf(typed: string): number | null {
	let text = typed.normalize('NFKC').replace(/[\s'’]+/gu, '');
	for (const [of, zero] of digits) text = text.replace(of, (digit) => String(digit.charCodeAt(0) - zero));
	text = text.replaceAll('٬', 'g');
	const marks = [...text.matchAll(/[.,٫]/g)];
	const last = marks.at(-1);
	let [whole, decimals] = [text, ''];
	if (last) {
		const after = text.slice(last.index + 1);
		const alone = marks.every(([mark]) => mark === last[0]);
		const groups = last[0] !== '٫' && alone && (marks.length > 1 || (/^\d{3}$/.test(after) && !/^0?[.,]/.test(text)));
		if (!groups) {
			[whole, decimals] = [text.slice(0, last.index), after];
			if (!/^\d{1,2}$/.test(decimals)) return null;
		}
	}
	whole = whole.replace(/[.,]/g, 'g');
	if (!/^\d+$/.test(whole) && !grouped.test(whole)) return null;
	return Number(`${whole.replaceAll('g', '')}${decimals && `.${decimals}`}`);
}
