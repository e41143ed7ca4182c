// A small language for rules of words: `a|b` either, `x*` any ending, `*x` any beginning, `<name>` a list, `..n` up to n words between.
import { Reader } from '../model/read.ts';

/** Lists by name; a word may hold spaces (several words in a row) and `*`. */
export type Lists = Readonly<Record<string, string>>;

const reader = new Reader();

/** Words as the model reads them, joined by single spaces, with a space at both ends. */
function readWords(text: string): string {
	const { codes, from, to, words } = reader.read(text);
	let out = ' ';
	for (let w = 0; w < words; w += 1) out += `${String.fromCodePoint(...codes.subarray(from[w], to[w]))} `;
	return out;
}

/** A word by its letters, or by the beginning of them. */
export interface Key {
	readonly codes: readonly number[];
	readonly open: boolean;
}

/** A pattern ready to run on words as `readWords` gives them, and words one of which must be in the text. */
export interface Compiled {
	readonly found: RegExp;
	readonly keys: readonly Key[];
}

/** The part marked with `!` is the rare one: a text without any of its words is not searched. */
export function compiled(pattern: string, lists: Lists): Compiled {
	const marked = pattern.split(/\s+(?![^<]*>)/u).find((part) => part.startsWith('!')) ?? pattern;
	const keys = listed(marked.replace('!', ''), lists).map((word) => keyFrom(wordOf(word)));
	return { found: new RegExp(` (?:${partsOf(pattern.replace('!', ''), lists)})(?= )`, 'gu'), keys };
}

/** The first letters of a word as a number under 65 536. */
export function keyOf(codes: ArrayLike<number>, from: number, to: number): number {
	let key = 0;
	for (let i = from; i < to && i < from + KEY; i += 1) key = Math.imul(key ^ codes[i]!, 0x9e3779b1);
	return key >>> 16;
}

const KEY = 3;

/** The first word of a list's entry. */
function keyFrom(word: string): Key {
	const first = word.split(' ')[0] ?? '';
	const at = first.indexOf('[');
	const codes = [...(at < 0 ? first : first.slice(0, at))].map((letter) => letter.codePointAt(0)!);
	if (at >= 0 && codes.length < KEY) throw new RangeError(`A key needs ${KEY} letters before its star: ${word}`);
	return { codes, open: at >= 0 };
}

const listed = (part: string, lists: Lists): string[] =>
	part.split('|').flatMap((word) => {
		const name = /^<(.+)>$/u.exec(word)?.[1];
		return name === undefined ? [word] : lists[name]!.split('|');
	});

function partsOf(pattern: string, lists: Lists): string {
	let out = '';
	for (const part of pattern.trim().split(/\s+(?![^<]*>)/u)) {
		const gap = /^\.\.(\d+)$/u.exec(part);
		if (gap !== null) {
			out += `(?: [^ ]+){0,${gap[1]}}`;
			continue;
		}
		out += `${out === '' ? '' : ' '}(?:${[...new Set(listed(part, lists).map(wordOf))].join('|')})`;
	}
	return out;
}

/** Folded like the texts; `_` stands for a space inside a list's word. */
function wordOf(word: string): string {
	return word
		.trim()
		.split(/[\s_]+/u)
		.map((one) => {
			const letters = readWords(one.replaceAll('*', '')).trim().replaceAll(' ', '');
			return `${one.startsWith('*') ? '[^ ]*' : ''}${letters}${one.endsWith('*') ? '[^ ]*' : ''}`;
		})
		.join(' ');
}
