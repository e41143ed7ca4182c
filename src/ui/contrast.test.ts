// The contrast of every text token on every background, read from the style sheet itself, for all hues, vividnesses and both themes.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	chromas,
	clip,
	contrastRatio,
	hueOfColour,
	hues,
	linearOfHex,
	linearOfOklch,
	oklchOfLinear,
	type LinearRgb,
} from './contrast.ts';

const css = readFileSync(new URL('./css/tokens.css', import.meta.url), 'utf8');

/** The declarations of the block that follows a selector (searched as written). */
function declarations(selector: string): Record<string, string> {
	const at = css.indexOf(`${selector} {`);
	if (at < 0) throw new Error(`no block ${selector}`);
	const body = css.slice(css.indexOf('{', at) + 1, css.indexOf('}', at));
	return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [found[1], found[2]]));
}

const shared = declarations("[class*='chroma-']");
const themes = {
	light: { ...declarations('.theme-light'), ...shared },
	dark: { ...declarations('.theme-dark'), ...shared },
};

/** Resolves `oklch(L C H)` whose parts may be var() or calc(a * b). */
function colour(tokens: Record<string, string>, name: string, hue: number, chroma: number): LinearRgb {
	const value = (text: string): number => {
		const known: Record<string, string> = { ...tokens, 'accent-h': String(hue), 'accent-c': String(chroma) };
		const plain = text.replace(/var\(--([\w-]+)\)/g, (_, key: string) => known[key] ?? 'missing');
		const product = plain
			.replace(/calc|[()]/g, '')
			.split('*')
			.map(Number);
		return product.reduce((a, b) => a * b, 1);
	};
	const [, l, c, h] = /^oklch\((\S+) (calc\(.+\)|\S+) (\S+)\)$/.exec(tokens[name] ?? '') ?? [];
	if (l === undefined || c === undefined || h === undefined) throw new Error(`--${name} is not an oklch colour`);
	const linear = linearOfOklch({ l: value(l), c: value(c), h: value(h) });
	if (linear.some(Number.isNaN)) throw new Error(`--${name} does not resolve`);
	return linear;
}

const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'good', 'warn', 'bad'];
const grounds = ['paper', 'card', 'soft'];
const pairs: [front: string, back: string, least: number][] = [
	...texts.flatMap((front) => grounds.map((back): [string, string, number] => [front, back, 4.5])),
	['on-accent', 'accent', 4.5],
	['on-accent', 'bad', 4.5],
	['ink', 'mark', 4.5],
	...grounds.map((back): [string, string, number] => ['edge', back, 3]),
];

describe.each(Object.entries(themes))('in the %s theme', (_, tokens) => {
	it.each(pairs)('%s on %s reaches %s : 1 for every hue and vividness', (front, back, least) => {
		const failing: string[] = [];
		for (const hue of hues)
			for (const [level, chroma] of Object.entries(chromas)) {
				const one = colour(tokens, front, hue, chroma);
				const other = colour(tokens, back, hue, chroma);
				// A plain screen clips what it cannot show, a wide-gamut one does not: both readers count.
				const ratio = Math.min(contrastRatio(one, other), contrastRatio(clip(one), clip(other)));
				if (ratio < least) failing.push(`hue-${hue} ${level}: ${ratio.toFixed(2)}`);
			}
		expect(failing).toEqual([]);
	});
});

describe('the colour tokens', () => {
	it('are the same when dark is forced as when the system asks for it', () => {
		expect(declarations(':root:not(.theme-light)')).toEqual(declarations('.theme-dark'));
	});
	it('have one class per hue and the vividnesses of chromas', () => {
		for (const hue of hues) expect(declarations(`.hue-${hue}`)).toEqual({ 'accent-h': String(hue) });
		expect(declarations('.chroma-low')['accent-c']).toBe(String(chromas.low));
		expect(declarations('.chroma-high')['accent-c']).toBe(String(chromas.high));
		expect(css).toContain(`--accent-c: ${chromas.normal};`);
	});
});

describe('contrast', () => {
	const white = linearOfHex('#fff') as LinearRgb;
	it('is 21 between black and white and 4.48 for #777 on white', () => {
		expect(contrastRatio(linearOfHex('#000') as LinearRgb, white)).toBeCloseTo(21, 5);
		expect(contrastRatio(white, linearOfHex('#777777') as LinearRgb)).toBeCloseTo(4.48, 2);
	});
	it('comes back to the same colour through OKLCH', () => {
		const part = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(part, part, part, (red, green, blue) => {
				const back = linearOfOklch(oklchOfLinear([red, green, blue]));
				[red, green, blue].forEach((value, at) => expect(back[at]).toBeCloseTo(value, 4));
			}),
		);
	});
});

describe('a brand colour', () => {
	it('takes the nearest hue and vividness', () => {
		expect(hueOfColour('#006233')).toMatchObject({ hue: 150, chroma: 'normal', classes: 'hue-150' });
		expect(hueOfColour('c1272d')).toMatchObject({ hue: 20, chroma: 'high', classes: 'hue-20 chroma-high' });
	});
	it('says when it had to be calmed or coloured', () => {
		expect(hueOfColour('#ff00ff')).toMatchObject({ chroma: 'high', chromaCorrected: true });
		expect(hueOfColour('#808080')).toMatchObject({ hue: 260, chroma: 'low', chromaCorrected: true });
		expect(hueOfColour('#006233')?.chromaCorrected).toBe(false);
	});
	it('is refused as null when it is not one', () => {
		for (const text of ['', 'red', '#12', '#12345g', 'rgb(1,2,3)']) expect(hueOfColour(text)).toBeNull();
	});
	it('always has one of the 36 hues', () => {
		const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
		fc.assert(fc.property(hex, (value) => hues.includes(hueOfColour(value)?.hue ?? -1)));
	});
});
