// What each sign is to the model: its folded form and its kind, each looked up once and then remembered in a table.
import { foldedCode } from '../fold.ts';
import { kindOf } from '../letters.ts';

/** A kind of its own beside those of letters.ts: pictures stand alone as words. */
export const PICTURE = 512;
const KNOWN = 1024;

const DROP = -1;
const SEVERAL = -2;
const folds = new Int32Array(0x10000);
const kinds = new Uint16Array(0x10000);
const farFolds = new Map<number, number>();
const farKinds = new Map<number, number>();
const several = new Map<number, readonly number[]>();
const MOST_REMEMBERED = 8192;

/** The folded form of one code point: a code point, -1 when it is dropped, -2 when it becomes several (`severalOf`). */
export function foldOf(code: number): number {
	const known = code < 0x10000 ? (folds[code] ?? 0) : (farFolds.get(code) ?? 0);
	if (known !== 0) return known;
	const parts = [...foldedCode(code)].map((char) => char.codePointAt(0) ?? 0);
	const [only = DROP] = parts;
	const fold = parts.length > 1 ? SEVERAL : only;
	if (parts.length > 1) several.set(code, parts);
	if (code < 0x10000) folds[code] = fold;
	else if (farFolds.size < MOST_REMEMBERED) farFolds.set(code, fold);
	return fold;
}

export const severalOf = (code: number): readonly number[] => several.get(code) ?? [];

/** The kind of a folded code point: bits of letters.ts, or PICTURE. */
export function kindOfCode(code: number): number {
	const known = code < 0x10000 ? (kinds[code] ?? 0) : (farKinds.get(code) ?? 0);
	if (known !== 0) return known & ~KNOWN;
	const char = String.fromCodePoint(code);
	const kind = /\p{Extended_Pictographic}/u.test(char) && code > 0xff ? PICTURE : kindOf(char);
	if (code < 0x10000) kinds[code] = kind | KNOWN;
	else if (farKinds.size < MOST_REMEMBERED) farKinds.set(code, kind | KNOWN);
	return kind;
}
