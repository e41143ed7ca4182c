// Makes people's text safe to print: nothing that breaks the typesetter, flips a number or runs off the page.

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LTR = /[\p{Script=Latin}\p{Script=Tifinagh}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const STRONG =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Latin}\p{Script=Tifinagh}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const LRI = '\u2066';
const FSI = '\u2068';
const PDI = '\u2069';
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Direction of the first letter that has one (UAX 9, rule P2); `otherwise` for digits and signs only. */
export function directionOf(text: string, otherwise: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
	const first = STRONG.exec(text)?.[0];
	return first === undefined ? otherwise : RTL.test(first) ? 'rtl' : 'ltr';
}

/** A BCP 47 guess for a paragraph set in another direction than its document: `und` where the script does not tell. */
export function languageOf(text: string, document: { lang: string; dir: 'ltr' | 'rtl' }): string {
	if (directionOf(text, document.dir) === document.dir) return document.lang;
	return document.dir === 'ltr' ? 'ar' : 'und';
}

/**
 * Text with controls, lone surrogates and stray bidi overrides removed, digit groups held together by U+202F
 * (with an ordinary space "3 410" reads "410 3" from right to left), and a break allowed in words over `longest` letters.
 */
export function printable(text: string, longest = 40): string {
	return breakable(
		text
			.toWellFormed()
			.normalize('NFC')
			.replace(/\r\n?|[\u2028\u2029]/gu, '\n')
			.replace(/[\p{Cc}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc]/gu, (c) =>
				c === '\n' ? c : c === '\t' ? ' ' : '',
			)
			.replace(/(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)/gu, (group) => group.replaceAll(' ', '\u202f')),
		longest,
	);
}

/** A paragraph: cleaned, and where it reads from right to left its signed numbers and percentages kept whole. */
export function paragraphPrintable(text: string, dir: 'ltr' | 'rtl'): string {
	const clean = printable(text);
	return dir === 'ltr' ? clean : heldTogether(clean);
}

function heldTogether(text: string): string {
	return text.replace(
		/(?<![\p{L}\p{N}.,-])(?:[-+−][\d][\d.,\u202f]*(?:\s?[%‰])?|\d[\d.,\u202f]*\s?[%‰])/gu,
		(number) => {
			return LRI + number.replace(/\s/u, '\u202f') + PDI;
		},
	);
}

/** The same, for a label or a cell set inside the document's own direction: isolated where it could reorder its surroundings. */
export function inlinePrintable(text: string, documentDir: 'ltr' | 'rtl', longest = 40): string {
	const clean = printable(text.replace(/\s*[\r\n]+\s*/gu, ' '), longest);
	if (!STRONG.test(clean)) return documentDir === 'rtl' && /\d/u.test(clean) ? LRI + clean + PDI : clean;
	const foreign = documentDir === 'rtl' ? LTR : RTL;
	const held = directionOf(clean, documentDir) === 'rtl' ? heldTogether(clean) : clean;
	return foreign.test(held) ? FSI + held + PDI : held;
}

/** Allows a break (U+200B) inside words longer than `longest` graphemes, so that they stay on the paper. */
function breakable(text: string, longest: number): string {
	return text.replace(/[^\s\u200b]+/gu, (word) => {
		if (word.length <= longest) return word;
		let out = '';
		let run = 0;
		for (const { segment } of graphemes.segment(word)) {
			if (run === longest) {
				out += '\u200b';
				run = 0;
			}
			out += segment;
			run += 1;
		}
		return out;
	});
}
