// A text as the model reads it: its words with disguises undone, in one row of letters that leads back to the original.
import { ARABIC, DIGIT, HARD, LATIN, LETTER, LOOKALIKE, SIGN, SPACE, STAR } from '../letters.ts';
import { CONFUSABLES } from '../tables.ts';
import { foldOf, kindOfCode, PICTURE, severalOf } from './codes.ts';
import { betrays, unleet, wordOfDigits } from './leet.ts';
import type { Reading } from './reading.ts';
import { cutRun, levelOf, unstar, type Vocabulary, wordHash } from './vocabulary.ts';

/** What stands for an address of a page, written out or blanked. */
const URL_CODE = 0x1f517;
const ZERO = 48;
const STAR_CODE = 42;
/** Longer chunks are dumps and not disguises. */
const LONGEST_DISGUISE = 40;
const LONGEST_NUMBER = 6;
const WIDEST_GAP = 4;
/** A text with a sign for a letter inside words as often as once in so many letters is written in leet. */
const LEET_SHARE = 20;
/** A run of as many single letters may be several words. */
const SHORTEST_RUN = 8;

const lookalikes = new Map([...CONFUSABLES].map(([from, to]) => [from.codePointAt(0) ?? 0, to.charCodeAt(0)]));
/** A reader with room of its own; it grows with the longest text it has met. */
export class Reader {
	#room = 0;
	#folded = new Int32Array(0);
	#kinds = new Uint16Array(0);
	#at = new Int32Array(0);
	#till = new Int32Array(0);
	#codes = new Int32Array(0);
	#starts = new Int32Array(0);
	#ends = new Int32Array(0);
	#from = new Int32Array(0);
	#to = new Int32Array(0);
	#length = 0;
	#words = 0;
	#guessed = new Uint8Array(0);
	#singles: number[] = [];
	#starred: number[] = [];
	#latin = false;
	#leet = false;
	readonly #vocabulary: Vocabulary | null;

	/** With a vocabulary, starred letters are guessed and runs of single letters cut into words. */
	constructor(vocabulary: Vocabulary | null = null) {
		this.#vocabulary = vocabulary;
	}

	/** Any string; time and room in proportion to its length. */
	read(text: string): Reading {
		this.#grow(text.length);
		const n = this.#fold(text);
		let arabicLetters = 0;
		let latinLetters = 0;
		let inside = 0;
		for (let i = 0; i < n; i += 1) {
			const kind = this.#kinds[i]!;
			if ((kind & ARABIC) !== 0) arabicLetters += 1;
			else if ((kind & LATIN) !== 0) latinLetters += 1;
			else if ((kind & (DIGIT | SIGN)) !== 0 && this.#isInside(i) && betrays(this.#folded[i]!)) inside += 1;
		}
		this.#latin = latinLetters > 0;
		this.#leet = inside > 1 && inside * LEET_SHARE >= latinLetters;
		this.#length = 0;
		this.#words = 0;
		this.#singles = [];
		for (let from = 0; from < n; from += 1) {
			if ((this.#kinds[from]! & (SPACE | HARD)) !== 0) continue;
			if (this.#isAddress(from, n)) {
				let to = from;
				while (to < n && this.#kinds[to] !== SPACE) to += 1;
				this.#flush();
				this.#own(URL_CODE, from, to);
				from = to;
				continue;
			}
			let to = from;
			while (to < n && (this.#kinds[to]! & (SPACE | HARD)) === 0) to += 1;
			this.#chunk(from, to);
			from = to;
		}
		this.#flush();
		this.#guessed.fill(0, 0, this.#words);
		if (this.#starred.length > 0 && this.#vocabulary !== null) this.#unstarAll(this.#vocabulary);
		return {
			codes: this.#codes,
			starts: this.#starts,
			ends: this.#ends,
			length: this.#length,
			from: this.#from,
			to: this.#to,
			words: this.#words,
			guessed: this.#guessed,
			folded: this.#folded,
			kinds: this.#kinds,
			signs: n,
			arabicLetters,
			latinLetters,
		};
	}

	#isInside = (i: number): boolean =>
		i > 0 && (this.#kinds[i - 1]! & LATIN) !== 0 && (this.#kinds[i + 1]! & LATIN) !== 0;

	#grow(length: number): void {
		if (length <= this.#room) return;
		this.#room = Math.max(length * 2, 4096);
		// One sign folds to eighteen at the most (U+FDFA).
		const most = this.#room * 18;
		this.#folded = new Int32Array(most);
		this.#at = new Int32Array(most);
		this.#till = new Int32Array(most);
		this.#codes = new Int32Array(most);
		this.#starts = new Int32Array(most);
		this.#ends = new Int32Array(most);
		this.#from = new Int32Array(most);
		this.#to = new Int32Array(most);
		this.#guessed = new Uint8Array(most);
		this.#kinds = new Uint16Array(most);
	}

	#fold(text: string): number {
		let n = 0;
		for (let i = 0; i < text.length;) {
			const code = text.codePointAt(i)!;
			const next = i + (code > 0xffff ? 2 : 1);
			const fold = foldOf(code);
			if (fold >= 0) n = this.#put(n, fold, i, next);
			else if (fold === -2) for (const part of severalOf(code)) n = this.#put(n, part, i, next);
			else if (code === 0x303 && n > 0 && this.#folded[n - 1] === 110) this.#folded[n - 1] = 0xf1;
			i = next;
		}
		return n;
	}

	#put(n: number, code: number, start: number, end: number): number {
		this.#folded[n] = code;
		this.#kinds[n] = kindOfCode(code);
		this.#at[n] = start;
		this.#till[n] = end;
		return n + 1;
	}

	/** http://, https://, www. */
	#isAddress(i: number, n: number): boolean {
		const f = this.#folded;
		if (f[i] === 119) return i + 4 < n && f[i + 1] === 119 && f[i + 2] === 119 && f[i + 3] === 46;
		if (f[i] === 117)
			return f[i + 1] === 114 && f[i + 2] === 108 && this.#till[i + 2]! - this.#at[i]! === 3 && this.#ends3(i, n);
		if (f[i] !== 104 || f[i + 1] !== 116 || f[i + 2] !== 116 || f[i + 3] !== 112) return false;
		const colon = f[i + 4] === 115 ? i + 5 : i + 4;
		return colon + 2 < n && f[colon] === 58 && f[colon + 1] === 47 && f[colon + 2] === 47;
	}

	#ends3(i: number, n: number): boolean {
		return (i === 0 || this.#kinds[i - 1] === SPACE) && (i + 3 >= n || this.#kinds[i + 3] === SPACE);
	}

	#chunk(from: number, to: number): void {
		const kinds = this.#kinds;
		let solid = 0;
		let letters = 0;
		let runs = 0;
		let last = -2;
		for (let i = from; i < to; i += 1) {
			const kind = kinds[i]!;
			if ((kind & (LETTER | DIGIT | STAR)) === 0 && !((kind & SIGN) !== 0 && this.#folded[i] !== 33)) continue;
			if (i !== last + 1) runs += 1;
			last = i;
			solid += 1;
			if ((kind & LETTER) !== 0) letters += 1;
		}
		if (solid === 1 && to - from <= 3) {
			const place = last;
			const before = this.#singles.at(-1);
			if (before !== undefined && place - before > WIDEST_GAP) this.#flush();
			this.#singles.push(place);
			for (let i = from; i < to; i += 1) if (kinds[i] === PICTURE) this.#own(this.#folded[i]!, i, i + 1);
			return;
		}
		this.#flush();
		if (this.#folded[from] === 64 && letters > 1 && kinds[from + 1] !== undefined && !this.#isWord(from, to)) return;
		if (runs > 2 && solid === runs && letters > 2 && to - from <= LONGEST_DISGUISE) {
			const places: number[] = [];
			for (let i = from; i < to; i += 1) if ((kinds[i]! & (LETTER | DIGIT | STAR | SIGN)) !== 0) places.push(i);
			this.#word(places, 0, places.length);
			return;
		}
		for (let i = from; i < to;) {
			if (kinds[i] === PICTURE) this.#own(this.#folded[i]!, i, i + 1);
			if ((kinds[i]! & (LETTER | DIGIT | STAR | SIGN)) === 0) {
				i += 1;
				continue;
			}
			let end = i;
			while (end < to && (kinds[end]! & (LETTER | DIGIT | STAR | SIGN)) !== 0) end += 1;
			this.#piece(i, end);
			i = end;
		}
	}

	/** In a text in leet: whether a chunk is a known word when its signs are letters. */
	#isWord = (from: number, to: number): boolean => this.#leet && this.#level(from, to, true) > 0;

	/** How common the word is that the signs from..to make. */
	#level(from: number, to: number, sure: boolean): number {
		if (this.#vocabulary === null || to - from > LONGEST_DISGUISE) return 0;
		const read = unleet(this.#vocabulary, this.#codesAt(null, from, to), sure, this.#leet);
		return levelOf(this.#vocabulary, wordHash(read, 0, read.length));
	}

	/** Whether the mark of exclamation at the end is an i: it makes a word, and without it there is none, or a rarer one in leet. */
	#endsInLetter(from: number, end: number): boolean {
		if (this.#vocabulary === null || this.#folded[end - 2] === 33 || !this.#latin) return false;
		const bare = this.#level(from, end - 1, false);
		if (bare > 0 && !this.#leet && !this.#hasDigit(from, end - 1)) return false;
		return this.#level(from, end, true) > Math.max(bare, this.#leet ? 0 : 1);
	}

	#hasDigit(from: number, to: number): boolean {
		for (let i = from; i < to; i += 1) if ((this.#kinds[i]! & (DIGIT | SIGN)) !== 0) return true;
		return false;
	}

	/** An unbroken run; marks of exclamation at its end are not letters, nor are stars all around it (bold). */
	#piece(from: number, end: number): void {
		let to = end;
		if (this.#folded[end - 1] === 33 && this.#endsInLetter(from, end)) return this.#word(null, from, end);
		while (to > from && (this.#folded[to - 1] === 33 || this.#folded[to - 1] === 124)) to -= 1;
		while (from < to && this.#folded[from] === 33 && !this.#leet) from += 1;
		if ((this.#kinds[from]! & STAR) !== 0) {
			while (from < to && (this.#kinds[from]! & STAR) !== 0) from += 1;
			while (to > from && (this.#kinds[to - 1]! & STAR) !== 0) to -= 1;
		}
		if (to > from) this.#word(null, from, to);
	}

	/** Letters at `places[from..to)`, or at from..to when there are no places. */
	#word(places: readonly number[] | null, from: number, to: number, run = false): void {
		let script = 0;
		let leeted = false;
		let confusable = 0;
		for (let k = from; k < to; k += 1) {
			const i = places === null ? k : places[k]!;
			script |= this.#kinds[i]!;
			if (betrays(this.#folded[i]!)) leeted = true;
			if (lookalikes.has(this.#folded[i]!)) confusable += 1;
		}
		const digits = (script & LETTER) !== 0 ? null : this.#ofDigits(places, from, to);
		if ((script & LETTER) === 0 && digits === null) return this.#number(places, from, to);
		const foreign = (script & LOOKALIKE) !== 0 && ((script & LATIN) !== 0 || (this.#latin && confusable === to - from));
		const latin = (script & LATIN) !== 0 || foreign;
		const decoded =
			digits ??
			(latin && (script & ARABIC) === 0 && (script & (DIGIT | SIGN)) !== 0
				? this.#decoded(places, from, to, leeted, foreign)
				: null);
		const begin = this.#length;
		let previous = -1;
		let same = 0;
		for (let k = from; k < to; k += 1) {
			const i = places === null ? k : places[k]!;
			let code = this.#folded[i]!;
			if (foreign) code = lookalikes.get(code) ?? code;
			if (decoded !== null) code = decoded[k - from]!;
			if ((this.#kinds[i]! & STAR) !== 0) code = STAR_CODE;
			same = code === previous ? same + 1 : 1;
			previous = code;
			if (same > 1) {
				// A letter doubled is spelling (salle is not sale), a longer run is none: it is read as one letter.
				if (same === 3) this.#length -= 1;
				if (same > 2) {
					this.#ends[this.#length - 1] = this.#till[i]!;
					continue;
				}
			}
			this.#letter(code, this.#at[i]!, this.#till[i]!);
		}
		if (this.#vocabulary !== null && (script & STAR) !== 0) this.#starred.push(this.#words);
		if (this.#vocabulary === null || !run || this.#length - begin < SHORTEST_RUN) return this.#close(begin);
		this.#closeEach(begin, cutRun(this.#vocabulary, this.#codes, begin, this.#length));
	}

	#codesAt(places: readonly number[] | null, from: number, to: number): number[] {
		return Array.from({ length: to - from }, (_, k) => this.#folded[places === null ? from + k : places[from + k]!]!);
	}

	#ofDigits(places: readonly number[] | null, from: number, to: number): readonly number[] | null {
		if (!this.#leet || this.#vocabulary === null || to - from > LONGEST_NUMBER) return null;
		return wordOfDigits(this.#vocabulary, this.#codesAt(places, from, to));
	}

	#decoded(
		places: readonly number[] | null,
		from: number,
		to: number,
		leeted: boolean,
		foreign: boolean,
	): readonly number[] {
		const codes = this.#codesAt(places, from, to);
		return unleet(
			this.#vocabulary,
			foreign ? codes.map((code) => lookalikes.get(code) ?? code) : codes,
			leeted,
			this.#leet,
		);
	}

	/** Digits as zeros (how many says enough), money signs as they are. */
	#number(places: readonly number[] | null, from: number, to: number): void {
		const begin = this.#length;
		for (let k = from; k < Math.min(to, from + LONGEST_NUMBER); k += 1) {
			const i = places === null ? k : places[k]!;
			const code = (this.#kinds[i]! & DIGIT) !== 0 ? ZERO : this.#folded[i]!;
			this.#letter(code, this.#at[i]!, this.#till[i]!);
		}
		if (to > from) this.#ends[this.#length - 1] = this.#till[places === null ? to - 1 : places[to - 1]!]!;
		this.#close(begin);
	}

	#own(code: number, from: number, to: number): void {
		const begin = this.#length;
		this.#letter(code, this.#at[from]!, this.#till[to - 1]!);
		this.#close(begin);
	}

	#letter(code: number, start: number, end: number): void {
		this.#codes[this.#length] = code;
		this.#starts[this.#length] = start;
		this.#ends[this.#length] = end;
		this.#length += 1;
	}

	#closeEach(begin: number, ends: readonly number[]): void {
		let start = begin;
		for (const end of ends) {
			this.#from[this.#words] = start;
			this.#to[this.#words] = end;
			this.#words += 1;
			start = end;
		}
	}

	/** Starred words in order, each by its neighbours; then once more, since those after it are read by now. */
	#unstarAll(vocabulary: Vocabulary): void {
		const hashAt = (w: number) =>
			w < 0 || w >= this.#words ? -1 : wordHash(this.#codes, this.#from[w]!, this.#to[w]!);
		const starred = this.#starred.map((w) => ({
			from: this.#from[w]!,
			to: this.#to[w]!,
			w,
			codes: this.#codes.slice(this.#from[w], this.#to[w]),
		}));
		for (let pass = 0; pass < Math.min(2, starred.length); pass += 1)
			for (const { w, from, to, codes } of starred) {
				this.#codes.set(codes, from);
				unstar(vocabulary, this.#codes, from, to, { before: hashAt(w - 1), after: hashAt(w + 1) });
			}
		for (const { w } of starred) this.#guessed[w] = 1;
		this.#starred.length = 0;
	}

	#close(begin: number): void {
		if (this.#length === begin) return;
		this.#from[this.#words] = begin;
		this.#to[this.#words] = this.#length;
		this.#words += 1;
	}

	/** Single letters in a row are one word, or several where some gaps are wider than others. */
	#flush(): void {
		const singles = this.#singles;
		if (singles.length === 0) return;
		if (singles.length < 3) {
			for (let k = 0; k < singles.length; k += 1) this.#word(singles, k, k + 1);
			singles.length = 0;
			return;
		}
		let narrow = WIDEST_GAP;
		for (let k = 1; k < singles.length; k += 1) narrow = Math.min(narrow, singles[k]! - singles[k - 1]!);
		let begin = 0;
		for (let k = 1; k <= singles.length; k += 1) {
			if (k < singles.length && singles[k]! - singles[k - 1]! <= narrow) continue;
			this.#word(singles, begin, k, true);
			begin = k;
		}
		singles.length = 0;
	}
}
