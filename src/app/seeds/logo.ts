// Logos of the demonstration: drawn as SVG in the content, kept as pictures like any that people bring.
import type { SeedSpace } from './content.ts';

const side = 256;

/** The drawing in white on a rounded ground of the space's colour, as PNG. */
export async function drawLogo({ logo, logoColour }: Pick<SeedSpace, 'logo' | 'logoColour'>): Promise<Uint8Array> {
	const drawing = logo.replace('<svg ', '<svg x="8" y="8" width="32" height="32" ').replaceAll('currentColor', '#fff');
	const tile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="${side}" height="${side}"><rect width="48" height="48" rx="10" fill="${logoColour}"/>${drawing}</svg>`;
	const { default: sharp } = await import('sharp');
	return sharp(Buffer.from(tile)).png().toBuffer();
}
