// What the reader gives: a text as words in one row of letters, and the signs as written.

/**
 * Words in order, letters of word w at `codes[from[w]]` to `codes[to[w] - 1]`; `starts` and `ends` give each letter's place in
 * the original (UTF-16). The arrays belong to the reader and hold until its next reading.
 */
export interface Reading {
	readonly codes: Int32Array;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	readonly length: number;
	readonly from: Int32Array;
	readonly to: Int32Array;
	readonly words: number;
	/** 1 where starred letters of a word were guessed. */
	readonly guessed: Uint8Array;
	/** Everything that was written, folded letter by letter, and what each is (letters.ts, codes.ts). */
	readonly folded: Int32Array;
	readonly kinds: Uint16Array;
	readonly signs: number;
	readonly arabicLetters: number;
	readonly latinLetters: number;
}
