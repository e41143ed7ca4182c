// The drawings of the demonstration: one for each picture of the content, always the same, small, described.
import { expect, test } from 'vitest';
import { acceptImage } from '#platform/server/images/index.ts';
import { readContent } from './content.ts';
import { drawingOf, drawPicture } from './pictures.ts';

test(
	'each drawing belongs to a work, is described in its language, and all together weigh little',
	{ timeout: 60_000 },
	async () => {
		const { pictures, works, spaces } = await readContent();
		let bytes = 0;
		for (const picture of pictures) {
			const work = works.find((candidate) => candidate.key === picture.work)!;
			const space = spaces.find((candidate) => candidate.key === work.space)!;
			expect([picture.work, /\p{Script=Arabic}/u.test(picture.alt)]).toEqual([picture.work, work.lang === 'ar']);
			expect(drawingOf(picture, space)).toBe(drawingOf(picture, space));
			bytes += (await acceptImage(await drawPicture(picture, space))).webp.byteLength;
		}
		expect(new Set(pictures.map((picture) => picture.work)).size).toBe(pictures.length);
		expect(new Set(pictures.map((picture) => picture.motif)).size).toBe(pictures.length);
		expect(bytes).toBeLessThan(300_000);
	},
);
