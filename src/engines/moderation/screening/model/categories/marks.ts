// The marks of a text's categories: which it holds, and which stand before which.
import type { Reading } from '../reading.ts';
import { LATIN, LISTS } from './lists.ts';
import { CATEGORIES } from './names.ts';
import { Table } from './table.ts';

/** A category stands before those of so many words that follow. */
const REACH = 2;
/** Of longer texts only the beginning is looked at. */
const MOST_WORDS = 2000;
const COUNT = CATEGORIES.length;
/** Of each word: two masks a list. */
const WIDTH = 2 * LISTS.length;
const PAIR = 0x2545f491;

const names = CATEGORIES.map(hashOf);
/** Numbers of marks: of pairs, and in the last row of categories alone. */
const numbers = Int32Array.from({ length: (COUNT + 1) * COUNT }, (_, i) => {
	const before = Math.floor(i / COUNT);
	const name = names[i % COUNT]!;
	return before === COUNT ? name : Math.imul(names[before]!, 31) ^ name ^ PAIR;
});
/** The text that last had a mark. */
const seen = new Int32Array(numbers.length);
let text = 0;
let table: Table | null = null;
let masks = new Int32Array(0);

/** By category: how many words, and the place of the first (-1: none). */
export interface WordsByCategory {
	readonly counts: Uint16Array;
	readonly firsts: Int16Array;
}

export const newWordsByCategory = (): WordsByCategory => ({
	counts: new Uint16Array(COUNT),
	firsts: new Int16Array(COUNT),
});

/**
 * Different marks of a text, each a number to be spread over buckets: one a category, one for each category soon behind another, but for guessed words.
 * `into`, where given, is filled with how many words are of each category and where its first stands.
 */
export function categoriesOf(reading: Reading, into?: WordsByCategory): readonly number[] {
	const words = Math.min(reading.words, MOST_WORDS);
	const latin = look(reading, words);
	text += 1;
	into?.counts.fill(0);
	into?.firsts.fill(-1);
	const marks: number[] = [];
	const add = (place: number): void => {
		if (seen[place] === text) return;
		seen[place] = text;
		marks.push(numbers[place]!);
	};
	const before: (readonly number[])[] = [];
	for (let w = 0; w < words; w += 1) {
		const here = categoriesAt(w * WIDTH, latin);
		for (const category of here) {
			add(COUNT * COUNT + category);
			if (into !== undefined) count(into, category, w);
			if (reading.guessed[w] === 1) continue;
			for (const others of before) for (const other of others) add(other * COUNT + category);
		}
		before.push(reading.guessed[w] === 1 ? NONE : here);
		if (before.length > REACH) before.shift();
	}
	return marks;
}

function count({ counts, firsts }: WordsByCategory, category: number, word: number): void {
	if (counts[category] === 0) firsts[category] = word;
	counts[category]! += 1;
}

/** Fills `masks` word by word, and gives the list of Latin letters that knows most of the words. */
function look({ codes, from, to }: Reading, words: number): number {
	table ??= new Table();
	if (masks.length < words * WIDTH) masks = new Int32Array(words * WIDTH * 2);
	masks.fill(0, 0, words * WIDTH);
	const known = new Int32Array(LATIN);
	for (let w = 0; w < words; w += 1) {
		const at = w * WIDTH;
		table.look(codes, from[w]!, to[w]!, masks, at);
		for (let list = 0; list < LATIN; list += 1)
			if ((masks[at + 2 * list]! | masks[at + 2 * list + 1]!) !== 0) known[list]! += 1;
	}
	return known.indexOf(Math.max(...known));
}

const NONE: readonly number[] = [];

/** The categories of the word whose masks begin there, by the chosen list and those in other letters. */
function categoriesAt(at: number, latin: number): readonly number[] {
	let low = masks[at + 2 * latin]!;
	let high = masks[at + 2 * latin + 1]!;
	for (let i = at + 2 * LATIN; i < at + WIDTH; i += 2) {
		low |= masks[i]!;
		high |= masks[i + 1]!;
	}
	if ((low | high) === 0) return NONE;
	const categories: number[] = [];
	for (; low !== 0; low &= low - 1) categories.push(31 - Math.clz32(low & -low));
	for (; high !== 0; high &= high - 1) categories.push(63 - Math.clz32(high & -high));
	return categories;
}

function hashOf(name: string): number {
	let hash = 0x1f123bb5;
	for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
	return hash;
}
