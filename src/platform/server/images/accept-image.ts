// Pictures from people: judged by content, decoded and written anew as WebP, so that nothing but pixels remains.
import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { Sharp } from 'sharp';
import { widthsBelow } from '#platform/pictures.ts';
import { refuse } from '#platform/refusal.ts';
import { hidesDocument } from './hidden-documents.ts';
import { loadSharp } from './load-sharp.ts';

export interface AcceptedImage {
	webp: Uint8Array;
	/** Pixels of the result. */
	width: number;
	height: number;
	/** Of `webp`, hexadecimal: a name that changes with the content. */
	sha256: string;
	/** The same picture in each smaller width that pages ask for, narrowest first. */
	copies: { webp: Uint8Array; width: number; height: number }[];
}

const limits = { megabytes: 20, megapixels: 60 };
const longestSide = 1280;
const quality = 75;
const accepted = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);

/**
 * A picture as WebP of at most 1280 pixels a side, upright, without metadata, with narrower copies; of an animation, the
 * first frame.
 * Refuses `image.kind_refused` (no picture, SVG, or a document hidden in one), `image.too_large` (over 20 MB or
 * 60 million pixels), `image.unreadable` (damaged).
 */
export async function acceptImage(bytes: Uint8Array): Promise<AcceptedImage> {
	if (bytes.length > limits.megabytes * 1e6) refuse('image.too_large', limits);
	const kind = await fileTypeFromBuffer(bytes).catch(() => undefined);
	if (!kind || !accepted.has(kind.mime) || hidesDocument(bytes)) refuse('image.kind_refused');
	const sharp = await loadSharp();
	const image = sharp(bytes, { limitInputPixels: limits.megapixels * 1e6, failOn: 'error', animated: false });
	await checkSize(image);
	try {
		const { data, info } = await image
			.autoOrient()
			.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
			.toColourspace('srgb')
			.raw()
			.timeout({ seconds: 20 })
			.toBuffer({ resolveWithObject: true });
		const { width, height, channels } = info;
		const written = async (wide: number) => {
			const pixels = sharp(data, { raw: { width, height, channels } });
			const made = await (wide < width ? pixels.resize({ width: wide }) : pixels)
				.webp({ quality })
				.timeout({ seconds: 20 })
				.toBuffer({ resolveWithObject: true });
			return { webp: new Uint8Array(made.data), width: made.info.width, height: made.info.height };
		};
		const whole = await written(width);
		const copies = [];
		for (const wide of widthsBelow(width)) copies.push(await written(wide));
		return { ...whole, copies, sha256: createHash('sha256').update(whole.webp).digest('hex') };
	} catch {
		return refuse('image.unreadable');
	}
}

/** Reads the header only: a small file that unfolds into a huge picture is refused before it is decoded. */
async function checkSize(image: Sharp): Promise<void> {
	const { width, height } = await image
		.metadata()
		.catch((error: unknown) =>
			error instanceof Error && error.message.includes('pixel limit')
				? refuse('image.too_large', limits)
				: refuse('image.unreadable'),
		);
	if (width * height > limits.megapixels * 1e6) refuse('image.too_large', limits);
}
