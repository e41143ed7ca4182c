// A brand colour typed by a space: which of our accents stands for it, and what had to be changed so that text stays readable.
import { clip, contrastRatio, hueOfColour, linearOfHex, linearOfOklch } from './contrast.ts';

export interface Brand {
	hue: number;
	chroma: 'low' | 'high';
	/** Contrast of the typed colour with white paper, to two digits; text needs 4.5 (WCAG 2.2, 1.4.3). */
	ratio: number;
	/** `dark_enough`: only hue and vividness are taken; `too_light`: the accent is drawn darker than what was typed. */
	said: 'dark_enough' | 'too_light';
	/** The vividness differs visibly from what was typed. */
	duller: boolean;
}

const paper = [1, 1, 1] as const;
const least = 4.5;

/** The accent for `#rgb` or `#rrggbb`; null when the text is no colour. */
export function brandOf(hex: string): Brand | null {
	const accent = hueOfColour(hex);
	const linear = linearOfHex(hex);
	if (!accent || !linear) return null;
	const ratio = Math.round(contrastRatio(linear, paper) * 100) / 100;
	return {
		hue: accent.hue,
		chroma: accent.chroma === 'low' ? 'low' : 'high',
		ratio,
		said: ratio < least ? 'too_light' : 'dark_enough',
		duller: accent.chromaCorrected,
	};
}

/** A light ground in a hue of ours, on which a logo made for paper reads: red, green and blue, 0 to 255. */
export function tintOf(hue: number): { r: number; g: number; b: number } {
	const [r, g, b] = clip(linearOfOklch({ l: 0.93, c: 0.045, h: hue })).map((part) =>
		Math.round(255 * (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)),
	) as [number, number, number];
	return { r, g, b };
}
