// Colour arithmetic: OKLCH to sRGB, contrast of two colours, and the accent classes nearest to a chosen brand colour.

/** Linear-light sRGB, each part 0 to 1 when the colour lies inside sRGB. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/** Lightness 0 to 1, chroma 0 to about 0.4, hue in degrees. */
export type Oklch = { l: number; c: number; h: number };

/** OKLCH to linear sRGB, not clipped. Matrices: CSS Color 4, section "Oklab". */
export function linearOfOklch({ l, c, h }: Oklch): LinearRgb {
	const a = c * Math.cos((h * Math.PI) / 180);
	const b = c * Math.sin((h * Math.PI) / 180);
	const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
		-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
		-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
	];
}

/** Linear sRGB to OKLCH; a grey has hue 0. */
export function oklchOfLinear([red, green, blue]: LinearRgb): Oklch {
	const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
	const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
	const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
	const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
	const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
	const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
	const c = Math.hypot(a, b);
	return { l, c, h: c < 1e-4 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

/** What a plain sRGB screen shows of a colour outside its reach: each part cut to 0…1, as browsers do. */
export function clip([red, green, blue]: LinearRgb): LinearRgb {
	const cut = (part: number) => Math.min(1, Math.max(0, part));
	return [cut(red), cut(green), cut(blue)];
}

/** `#rgb` or `#rrggbb` (hash optional, any case) to linear sRGB; null when it is not such a colour. */
export function linearOfHex(hex: string): LinearRgb | null {
	const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex.trim())?.[1];
	if (digits === undefined) return null;
	const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
	const part = (at: number) => {
		const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [part(0), part(2), part(4)];
}

/** Relative luminance, 0 (black) to 1 (white). WCAG 2.2, definition of "relative luminance". */
function luminance([red, green, blue]: LinearRgb): number {
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21, in either order. Text needs 4.5, the border of a field 3. WCAG 2.2, 1.4.3 and 1.4.11. */
export function contrastRatio(one: LinearRgb, other: LinearRgb): number {
	const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
	return (lighter + 0.05) / (darker + 0.05);
}

/** The hues a space can choose: 0, 10 … 350, one class each. */
export const hues: readonly number[] = Array.from({ length: 36 }, (_, step) => step * 10);

/** Chroma of the accent by class; `normal` has no class. The values are those of tokens.css (tested). */
export const chromas = { low: 0.05, normal: 0.14, high: 0.19 } as const;
export type ChromaLevel = keyof typeof chromas;

export type Accent = {
	/** 0, 10 … 350 */
	hue: number;
	chroma: ChromaLevel;
	/** The classes to put on the page's root, for instance `hue-30 chroma-high`. */
	classes: string;
	/** True when the colour is visibly more or less vivid than the nearest accent we can draw. */
	chromaCorrected: boolean;
};

/** How far the chroma may move before a person would say that it is another colour. */
const visibleChroma = 0.04;
/** A grey has no hue of its own: it takes that of our ink. */
const inkHue = 260;

/**
 * The accent nearest to a brand colour (`#rgb` or `#rrggbb`); null when the text is not a colour.
 * Only hue and vividness are taken: lightness is ours, so that contrast holds (WCAG 2.2, 1.4.3).
 */
export function hueOfColour(hex: string): Accent | null {
	const linear = linearOfHex(hex);
	if (linear === null) return null;
	const { c, h } = oklchOfLinear(linear);
	const hue = c < 0.01 ? inkHue : (Math.round(h / 10) * 10) % 360;
	const levels = Object.entries(chromas) as [ChromaLevel, number][];
	const [chroma, drawn] = levels.reduce((best, level) =>
		Math.abs(level[1] - c) < Math.abs(best[1] - c) ? level : best,
	);
	const classes = chroma === 'normal' ? `hue-${hue}` : `hue-${hue} chroma-${chroma}`;
	return { hue, chroma, classes, chromaCorrected: Math.abs(drawn - c) > visibleChroma };
}
