// Stored pictures: their copies, and those kept from the time before there were any.
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { drawCard } from '#platform/server/images/index.ts';
import { readStored, saveImage } from '#platform/server/storage/index.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
beforeAll(async () => {
	installation = await testInstallation();
});

const photo = (red: number) =>
	sharp({ create: { width: 900, height: 450, channels: 3, background: { r: red, g: 90, b: 40 } } })
		.jpeg()
		.toBuffer();
const keep = async (bytes: Uint8Array) =>
	saveImage(installation.db, { bytes, spaceId: null, personId: null, now: installation.clock() });
const widthOf = async (id: string, width?: number) => {
	const { bytes, kind } = (await readStored(installation.db, id, width))!;
	expect(kind).toBe('image/webp');
	return (await sharp(bytes).metadata()).width;
};

test('a picture is served in the width asked for, or the next wider one there is', async () => {
	const id = await keep(await photo(200));
	expect([await widthOf(id, 96), await widthOf(id, 320), await widthOf(id, 640)]).toEqual([96, 320, 640]);
	expect([await widthOf(id, 100), await widthOf(id, 641), await widthOf(id)]).toEqual([320, 900, 900]);
});

test('a picture without copies answers every width with itself, and gets them when it is brought again', async () => {
	const bytes = await photo(120);
	const id = await keep(bytes);
	await installation.db.updateTable('file').set({ copies: '[]' }).where('id', '=', id).execute();
	expect(await widthOf(id, 320)).toBe(900);
	expect(await keep(bytes)).toBe(id);
	expect(await widthOf(id, 320)).toBe(320);
});

test('a small logo stands enlarged in the middle of a card of its colour, large enough for a link elsewhere', async () => {
	const logo = await sharp({
		create: { width: 64, height: 64, channels: 4, background: { r: 10, g: 20, b: 200, alpha: 1 } },
	})
		.png()
		.toBuffer();
	const { bytes } = (await readStored(installation.db, await keep(logo)))!;
	const card = sharp(await drawCard(bytes, { r: 240, g: 230, b: 210 }));
	expect(await card.metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
	const at = async (left: number, top: number) => [
		...(await card.clone().extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()),
	];
	expect(await at(5, 5)).toEqual([240, 230, 210]);
	expect(await at(395, 315)).toEqual([240, 230, 210]);
	expect((await at(600, 315))[2]).toBeGreaterThan(180);
	expect((await at(430, 150))[2]).toBeGreaterThan(180);
});
