// What kind of sign a folded letter is: one number of bits per letter, remembered.

export const LETTER = 1;
export const DIGIT = 2;
export const SPACE = 4;
export const STAR = 8;
/** A sign people put for a letter: @ $ ! | € £. */
export const SIGN = 16;
export const LATIN = 32;
export const ARABIC = 64;
/** Scripts whose letters pass for Latin ones. */
export const LOOKALIKE = 128;
/** Punctuation that ends a word; all other punctuation may hide inside one. */
export const HARD = 256;

const MOST_REMEMBERED = 8192;
const known = new Map<string, number>();

export function kindOf(char: string): number {
	const remembered = known.get(char);
	if (remembered !== undefined) return remembered;
	const kind = kindAfresh(char);
	if (known.size < MOST_REMEMBERED) known.set(char, kind);
	return kind;
}

function kindAfresh(char: string): number {
	if (/[\p{L}\p{M}]/u.test(char)) {
		if (/\p{Script=Latin}/u.test(char)) return LETTER | LATIN;
		if (/\p{Script=Arabic}/u.test(char)) return LETTER | ARABIC;
		return /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(char) ? LETTER | LOOKALIKE : LETTER;
	}
	if (/\p{N}/u.test(char)) return DIGIT;
	if (char === ' ') return SPACE;
	if ('*#•●■█✱'.includes(char)) return STAR;
	if ('@$!|€£'.includes(char)) return SIGN;
	return ',;:?()[]{}<>"«»“”…،؛؟%='.includes(char) ? HARD : 0;
}

/** Runs of one letter cut to `most`; digits are left as they are. */
export function limited(letters: string, most: 1 | 2): string {
	let out = '';
	let run = 0;
	let from = 0;
	for (let i = 1; i < letters.length; i += 1) {
		run = letters.charCodeAt(i) === letters.charCodeAt(i - 1) && isNoDigit(letters.charCodeAt(i)) ? run + 1 : 0;
		if (run < most) continue;
		out += letters.slice(from, i);
		from = i + 1;
	}
	return from === 0 ? letters : out + letters.slice(from);
}

function isNoDigit(code: number): boolean {
	return code > 57 && (code < 0xd800 || code > 0xdfff);
}
