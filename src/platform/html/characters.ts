// Characters no text of ours may hold, and those that turn the reading direction of what follows.

/** Controls, noncharacters, and the two overrides that print letters backwards (UAX 9, LRO and RLO). */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e\ufdd0-\ufdef\ufffe\uffff]/g;

/** Without null bytes, control characters, direction overrides, noncharacters and lone surrogates; tab and line ends stay. */
export const withoutControls = (text: string): string => text.toWellFormed().replace(forbidden, '');

/**
 * A name without the characters that reorder what follows it (Unicode UAX 9: marks, embeddings, overrides, isolates),
 * nor zero-width ones that make two names look alike. Joiners stay between letters, where Arabic and Indic scripts need them.
 */
export const stripBidiControls = (name: string): string =>
	withoutControls(name)
		.replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g, '')
		.replace(/(?<!\p{L}\p{M}*)[\u200c\u200d]|[\u200c\u200d](?!\p{L})/gu, (joiner, at: number, whole: string) =>
			// An emoji made of several stays whole.
			joiner === '\u200d' && /\p{Extended_Pictographic}\ufe0f?[\u{1f3fb}-\u{1f3ff}]?$/u.test(whole.slice(0, at))
				? joiner
				: '',
		);

/** Text as HTML, also between double quotes. */
export const escapeHtml = (text: string): string =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
