// Folds text letter by letter, remembering where each folded letter stood in the original.
import { kindOf } from './letters.ts';
import { ARABIC_FOLDS, DROPPED, LATIN_FOLDS } from './tables.ts';

/** A stretch of the original text, in UTF-16 offsets, end excluded. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Folded letters and, for each, its kind (see letters.ts) and its place in the original. The arrays have one length. */
export interface Units {
	readonly chars: readonly string[];
	readonly kinds: readonly number[];
	readonly starts: readonly number[];
	readonly ends: readonly number[];
}

const MOST_REMEMBERED = 8192;
const known = new Map<number, string>();

/**
 * Lower case, compatibility forms resolved (NFKD), marks, tatweel, zero-width and bidi signs dropped, letters of one sound unified.
 * ñ stays itself: año is not ano. Never throws; lone surrogates become U+FFFD.
 */
export function foldText(text: string): Units {
	const chars: string[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	for (let i = 0; i < text.length;) {
		const code = text.codePointAt(i) ?? 0;
		const next = i + (code > 0xffff ? 2 : 1);
		if (code === 0x303 && chars.at(-1) === 'n') {
			chars[chars.length - 1] = 'ñ';
			ends[ends.length - 1] = next;
		} else {
			for (const char of foldedCode(code)) {
				chars.push(char);
				starts.push(i);
				ends.push(next);
			}
		}
		i = next;
	}
	return { chars, kinds: chars.map(kindOf), starts, ends };
}

/** One code point folded: no sign, one or several. */
export function foldedCode(code: number): string {
	const remembered = known.get(code);
	if (remembered !== undefined) return remembered;
	const folded = foldedAfresh(code);
	if (known.size < MOST_REMEMBERED) known.set(code, folded);
	return folded;
}

function foldedAfresh(code: number): string {
	if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
	const boxed = boxedLetter(code);
	if (boxed !== undefined) return boxed;
	const char = String.fromCodePoint(code);
	if (/[\p{Cf}\p{Mn}\p{Me}]/u.test(char)) return '';
	if (/\s|\u2800/u.test(char)) return ' ';
	if (/\p{Cc}/u.test(char)) return '';
	let out = '';
	for (const part of char.normalize('NFKD').toLowerCase()) {
		if (part === '\u0303' && out.endsWith('n')) out = `${out.slice(0, -1)}ñ`;
		else if (!/[\p{Mn}\p{Me}\p{Cf}]/u.test(part) && !DROPPED.has(part)) out += folded(part);
	}
	return out;
}

function folded(char: string): string {
	return ARABIC_FOLDS.get(char) ?? LATIN_FOLDS.get(char) ?? digit(char) ?? char;
}

/** Arabic-Indic and Persian digits. */
function digit(char: string): string | undefined {
	const code = char.charCodeAt(0);
	if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
	return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : undefined;
}

/** Letters in circles, squares and flags. */
function boxedLetter(code: number): string | undefined {
	for (const first of [0x1f130, 0x1f150, 0x1f170, 0x1f1e6]) {
		if (code >= first && code < first + 26) return String.fromCharCode(97 + code - first);
	}
	return undefined;
}
