// Which categories the letters of a word belong to, in which language: all lists as one table, asked letter by letter.
import { Reader } from '../read.ts';
import { LISTS, type List } from './lists.ts';
import { CATEGORIES } from './names.ts';

/** What a form says: the categories as bits (the first 32 and the others), in which list, and whether longer words say it too. */
interface Form {
	readonly list: number;
	readonly begins: boolean;
	low: number;
	high: number;
}

const ENDINGS =
	'o a e os as es ito ita itos itas illo illa isimo isima isimos isimas on ona ones onas azo aza azos azas'.split(' ');
/** What Arabic writes before a word: and, with, for, so, the. */
const BEFORE = ['وال', 'بال', 'فال', 'كال', 'لل', 'ال', 'و', 'ب', 'ل', 'ف'].map((letters) =>
	Array.from(letters, (letter) => letter.charCodeAt(0)),
);
const SHORTEST_BEHIND = 3;
const LONGEST = 24;
const PRIME = 0x01000193;
const SEED = 7;
const ROOM = 1 << 17;

export class Table {
	/** Hashes of all beginnings of all forms, each in the first free place from its own on; 0: free. */
	readonly #hashes = new Int32Array(ROOM);
	/** For each place: which of `#forms` end there, 0 none. */
	readonly #at = new Uint16Array(ROOM);
	readonly #forms: Form[][] = [[]];

	constructor() {
		const reader = new Reader();
		for (const [number, list] of LISTS.entries())
			for (const { form, begins, category } of formsOf(list)) {
				const { codes, length } = reader.read(form);
				let hash = SEED;
				let place = -1;
				for (let i = 0; i < length; i += 1) {
					hash = Math.imul(hash ^ codes[i]!, PRIME);
					place = this.#placeOf(hash);
					this.#hashes[place] = hash;
				}
				// Of hhhh one letter is read: no beginning of other words.
				if (place >= 0) this.#add(place, number, begins && length > 1, category);
			}
	}

	/** Adds the categories of the word at `codes[from]` to `codes[to - 1]` to `masks` at `into`: of each list the first 32 and the others. */
	look(codes: Int32Array, from: number, to: number, masks: Int32Array, into: number): void {
		if (this.#find(codes, from, to, 1, masks, into) || !isArabic(codes[from]!)) return;
		for (const before of BEFORE) {
			const rest = from + before.length;
			if (to - rest < SHORTEST_BEHIND || !before.every((code, i) => codes[from + i] === code)) continue;
			if (this.#find(codes, rest, to, SHORTEST_BEHIND, masks, into)) return;
		}
	}

	#find(codes: Int32Array, from: number, to: number, shortest: number, masks: Int32Array, into: number): boolean {
		let hash = SEED;
		let found = false;
		const end = Math.min(to, from + LONGEST);
		for (let i = from; i < end; i += 1) {
			hash = Math.imul(hash ^ codes[i]!, PRIME);
			const place = this.#placeOf(hash);
			if (this.#hashes[place] === 0) break;
			if (this.#at[place] === 0) continue;
			for (const { list, begins, low, high } of this.#forms[this.#at[place]!]!) {
				if (begins ? i + 1 < from + shortest : i + 1 < to) continue;
				masks[into + 2 * list]! |= low;
				masks[into + 2 * list + 1]! |= high;
				found = true;
			}
		}
		return found;
	}

	#placeOf(hash: number): number {
		let place = (hash ^ (hash >>> 16)) & (ROOM - 1);
		while (this.#hashes[place] !== 0 && this.#hashes[place] !== hash) place = (place + 1) & (ROOM - 1);
		return place;
	}

	#add(place: number, list: number, begins: boolean, category: number): void {
		if (this.#at[place] === 0) this.#at[place] = this.#forms.push([]) - 1;
		const forms = this.#forms[this.#at[place]!]!;
		let form = forms.find((one) => one.list === list && one.begins === begins);
		if (form === undefined) forms.push((form = { list, begins, low: 0, high: 0 }));
		if (category < 32) form.low |= 1 << category;
		else form.high |= 1 << (category - 32);
	}
}

/** Every form a list names, with its category's number. */
function formsOf(list: List): { form: string; begins: boolean; category: number }[] {
	return CATEGORIES.flatMap((name, category) =>
		(list[name] ?? '').split(' ').flatMap((word) => {
			const stem = word.replace(/[*~]$/u, '');
			const forms = word.endsWith('~') ? ENDINGS.map((ending) => stem + ending) : [stem];
			return forms.map((form) => ({ form, begins: word.endsWith('*'), category }));
		}),
	);
}

const isArabic = (code: number): boolean => code >= 0x600 && code < 0x780;
