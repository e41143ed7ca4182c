import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#platform/refusal.ts';
import { acceptImage } from './index.ts';

const plain = (width: number, height: number): Sharp =>
	sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
const refusalOf = async (bytes: Uint8Array): Promise<string> =>
	acceptImage(bytes).then(
		() => 'none',
		(error: unknown) => (isRefused(error) ? error.refusal.code : String(error)),
	);
const join = (...parts: (Uint8Array | string)[]): Uint8Array =>
	Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** A PNG that announces more pixels than it holds. */
async function pngClaiming(width: number, height: number): Promise<Uint8Array> {
	const png = await plain(1, 1).png().toBuffer();
	png.writeUInt32BE(width, 16);
	png.writeUInt32BE(height, 20);
	const crc = crc32(png.subarray(12, 29));
	png.writeUInt32BE(crc, 29);
	return png;
}

describe('accepting a picture', () => {
	it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('writes a %s anew as WebP', async (format) => {
		const image = await acceptImage(await plain(40, 20).toFormat(format).toBuffer());
		expect(image).toMatchObject({ width: 40, height: 20 });
		expect(image.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(await sharp(image.webp).metadata()).toMatchObject({ format: 'webp', width: 40, height: 20 });
	});

	it('makes large pictures at most 1280 pixels wide or high, and leaves small ones', async () => {
		expect(await acceptImage(await plain(3000, 1500).jpeg().toBuffer())).toMatchObject({ width: 1280, height: 640 });
		expect(await acceptImage(await plain(600, 2560).jpeg().toBuffer())).toMatchObject({ width: 300, height: 1280 });
	});

	it('makes a copy of each width below its own, in the same proportions', async () => {
		const widths = async (width: number, height: number) =>
			(await acceptImage(await plain(width, height).png().toBuffer())).copies.map((copy) => [copy.width, copy.height]);
		expect(await widths(3000, 1500)).toEqual([
			[96, 48],
			[320, 160],
			[640, 320],
		]);
		expect(await widths(640, 640)).toEqual([
			[96, 96],
			[320, 320],
		]);
		expect(await widths(96, 20)).toEqual([]);
	});

	it('turns the picture upright and forgets where and with what it was taken', async () => {
		const photo = await plain(400, 200)
			.jpeg()
			.withExif({ IFD0: { Make: 'SECRETPHONE', Orientation: '6' }, IFD3: { GPSLatitude: '33/1 34/1 0/1' } })
			.withMetadata({ orientation: 6 })
			.toBuffer();
		const image = await acceptImage(photo);
		expect(image).toMatchObject({ width: 200, height: 400 });
		expect(image.copies).toMatchObject([{ width: 96, height: 192 }]);
		for (const { webp } of [image, ...image.copies]) {
			const { exif, xmp, icc, orientation } = await sharp(webp).metadata();
			expect([exif, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
			expect(Buffer.from(webp).includes('SECRETPHONE')).toBe(false);
		}
	});

	it('gives the same name to the same picture', async () => {
		const bytes = await plain(10, 10).png().toBuffer();
		expect((await acceptImage(bytes)).sha256).toBe((await acceptImage(bytes)).sha256);
	});

	it.each([
		['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
		['SVG with a declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
		['HTML', '<html><script>1</script>'],
		['a GIF head on a page', 'GIF89a<html><script>1</script>'],
		['PDF', '%PDF-1.7\n1 0 obj'],
		['text', 'bonjour'],
		['nothing', ''],
	])('refuses %s', async (_what, text) => {
		expect(await refusalOf(new TextEncoder().encode(text))).toBe('image.kind_refused');
	});

	it('refuses a true picture that is something else as well', async () => {
		const png = await plain(10, 10).png().toBuffer();
		const jpeg = await plain(10, 10).jpeg().toBuffer();
		for (const hidden of [
			'<script>alert(1)</script>',
			'<ScRiPt src=x>',
			'<!DOCTYPE html>',
			'<?php system($_GET[0]); ?>',
			'<svg xmlns="x">',
			'PK\u0005\u0006' + '\0'.repeat(18),
			'%PDF-1.4',
		]) {
			expect([hidden, await refusalOf(join(png, hidden))]).toEqual([hidden, 'image.kind_refused']);
			expect([hidden, await refusalOf(join(jpeg, hidden))]).toEqual([hidden, 'image.kind_refused']);
		}
		expect(
			await refusalOf(
				await sharp({ create: { width: 5, height: 5, channels: 3, background: 'red' } })
					.tiff()
					.toBuffer(),
			),
		).toBe('image.kind_refused');
	});

	it('refuses a small file that unfolds into a huge picture, before decoding it', async () => {
		expect(await refusalOf(await pngClaiming(30_000, 30_000))).toBe('image.too_large');
		expect(await refusalOf(await pngClaiming(200_000, 200_000))).toBe('image.too_large');
		expect(await refusalOf(new Uint8Array(20_000_001))).toBe('image.too_large');
	});

	it('refuses damaged pictures', async () => {
		const png = await plain(300, 300).png().toBuffer();
		const jpeg = await plain(300, 300).jpeg().toBuffer();
		expect(await refusalOf(png.subarray(0, 60))).toBe('image.unreadable');
		expect(await refusalOf(join(jpeg.subarray(0, 200), new Uint8Array(300)))).toBe('image.unreadable');
		expect(await refusalOf(await pngClaiming(500, 500))).toBe('image.unreadable');
	});
});
