// Pictures of the demonstration: drawn when it is loaded, in the colours of their space, kept like any that people bring.
import type { SeedPicture, SeedSpace } from './content.ts';
import { chance } from './chance.ts';
import { fail } from './loading.ts';
import { motifs, type MotifName, type Palette } from './motifs.ts';

const [white, ink] = ['#ffffff', '#141b2d'];

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A colour on its way to another; `way` from 0 to 1. */
function mix(from: string, to: string, way: number): string {
	const target = channels(to);
	return `#${channels(from)
		.map((value, at) => Math.round(value + (target[at]! - value) * way))
		.map((value) => value.toString(16).padStart(2, '0'))
		.join('')}`;
}

const paletteOf = ({ logoColour, secondHue }: Pick<SeedSpace, 'logoColour' | 'secondHue'>): Palette => ({
	mist: mix(logoColour, white, 0.84),
	pale: mix(logoColour, white, 0.55),
	accent: mix(logoColour, white, 0.14),
	deep: mix(logoColour, ink, 0.3),
	night: mix(logoColour, ink, 0.72),
	/** The spaces' hues are OKLCH's, whose warm half lies some fifteen degrees further on than HSL's. */
	second: `hsl(${Math.max(0, secondHue * 0.9 - 15)} 62% 58%)`,
	sun: '#e8b04a',
	paper: '#f8f3e8',
});

const isMotif = (name: string): name is MotifName => Object.hasOwn(motifs, name);

/** The drawing of a work's picture as SVG: the same for the same work. */
export function drawingOf({ work, motif }: SeedPicture, space: Pick<SeedSpace, 'logoColour' | 'secondHue'>): string {
	if (!isMotif(motif)) return fail(`no motif ${motif}`);
	const drawn = motifs[motif](paletteOf(space), (name) => chance(`${work} ${name}`));
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 800" width="1280" height="800">${drawn}</svg>`;
}

/** The same as PNG. */
export async function drawPicture(
	picture: SeedPicture,
	space: Pick<SeedSpace, 'logoColour' | 'secondHue'>,
): Promise<Uint8Array> {
	const { default: sharp } = await import('sharp');
	return sharp(Buffer.from(drawingOf(picture, space)))
		.png({ compressionLevel: 1 })
		.toBuffer();
}
