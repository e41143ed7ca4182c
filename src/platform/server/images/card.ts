// The picture a link to a page shows elsewhere: one of ours, large enough for every network, on a ground of colour.
import { loadSharp } from './load-sharp.ts';

/** Pixels; networks show nothing below 200 and cut to this shape. */
const card = { width: 1200, height: 630 } as const;
/** What the picture may fill, so that rounded or square cuts leave it whole. */
const room = { width: 760, height: 390 } as const;

/** Red, green and blue, each 0 to 255. */
export type Ground = { r: number; g: number; b: number };

/** A PNG of `card` pixels with the picture in its middle, enlarged or reduced to fit. */
export async function drawCard(picture: Uint8Array, ground: Ground): Promise<Uint8Array> {
	const sharp = await loadSharp();
	const inside = await sharp(picture)
		.resize({ ...room, fit: 'inside' })
		.png()
		.timeout({ seconds: 20 })
		.toBuffer();
	const drawn = await sharp({ create: { ...card, channels: 3, background: ground } })
		.composite([{ input: inside, gravity: 'centre' }])
		.png()
		.timeout({ seconds: 20 })
		.toBuffer();
	return new Uint8Array(drawn);
}
