// What a printed document is made of: neutral data, no layout. Callers translate and format; nothing here is a message key.

/** Languages and directions are those of the whole document; texts in another direction are laid out on their own. */
export interface Paper {
	readonly lang: string;
	readonly dir: 'ltr' | 'rtl';
	readonly title: string;
	readonly subtitle?: string;
	readonly spaceName: string;
	/** The period covered, in words: "novembre 2026". */
	readonly period?: string;
	/** When the document was made, in words, with its zone. */
	readonly generatedAt: string;
	readonly sections: readonly PaperSection[];
	readonly footer?: string;
	/** "{page}" and "{pages}" are replaced; without it the page reads "3 / 12". */
	readonly pageLabel?: string;
	/** OKLCH hue of the space's accent, 0 to 360. */
	readonly hue?: number;
}

export interface PaperSection {
	readonly heading: string;
	readonly paragraphs?: readonly string[];
	readonly figures?: readonly PaperFigure[];
	readonly table?: PaperTable;
	readonly bars?: PaperBars;
	/** A line under the table. */
	readonly after?: string;
}

/** A figure never stands alone: its definition and its source come with it. An unknown value is a word, never 0. */
export interface PaperFigure {
	readonly label: string;
	readonly value: string;
	readonly definition: string;
	readonly numerator?: string;
	readonly denominator?: string;
	readonly sourceNote: string;
}

/** A cell: its text, or a text that leads to an address of the web. */
export type PaperCell = string | { readonly text: string; readonly href: string };

export interface PaperTable {
	readonly headers: readonly string[];
	readonly rows: readonly (readonly PaperCell[])[];
	/** One per column; columns without one start at the reading edge. `end` is for numbers: units line up, in Arabic too. */
	readonly align?: readonly ('start' | 'end' | 'center')[];
}

export interface PaperBars {
	readonly label: string;
	/** A null value is unknown: a dash and no bar. `text` replaces the number written at the end of the bar. */
	readonly items: readonly { readonly label: string; readonly value: number | null; readonly text?: string }[];
}

/** Why no PDF came out: the document took too long, or the typesetter refused it or died (`message` says how). */
export class PaperFailed extends Error {
	override name = 'PaperFailed';
	readonly reason: 'too_slow' | 'not_set';

	constructor(reason: 'too_slow' | 'not_set', message: string) {
		super(message);
		this.reason = reason;
	}
}
