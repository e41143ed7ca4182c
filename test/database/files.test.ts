// Stored pictures: their copies, and those kept from the time before there were any.
import { readdir } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawCard } from '#platform/server/images/index.ts';
import { readStored, saveImage } from '#platform/server/storage/index.ts';
import { changeSpace, readSpace } from '#foundations/spaces/server/index.ts';
import { discardVersion, draftWork } from '#modules/publishing/server/index.ts';
import { jobs } from '#app/modules.ts';
import { builders } from '#test/build.ts';
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

describe('a picture that nothing shows any more', () => {
	const day = 86_400_000;
	/** The nightly tidy-up, so many days from now. */
	const tidyAfter = (days: number) =>
		jobs.find(({ name }) => name === 'tidy')!.run(installation.db, {}, new Date(Date.now() + days * day));
	const isThere = async (id: string) => (await readStored(installation.db, id)) !== null;
	const onDisk = async () =>
		new Set(
			(await readdir(installation.config.filesDir, { recursive: true }))
				.filter((name) => name.includes('/'))
				.map((name) => name.slice(3)),
		);
	const named = async () => {
		const rows = await installation.db.selectFrom('file').select(['sha256', 'copies']).execute();
		return new Set(rows.flatMap(({ sha256, copies }) => [sha256, ...copies.map((copy) => copy.sha256)]));
	};

	test('goes with the draft that had it: after a week its row, a night later its content, unless another has the same', async () => {
		const build = builders(installation);
		const [here, elsewhere] = [await build.aSpace(), await build.aSpace()];
		const editor = await build.aPerson(['editor'], here);
		const bring = async (red: number, spaceId = here) =>
			saveImage(installation.db, { bytes: await photo(red), spaceId, personId: editor.id, now: installation.clock() });
		const draft = (imageFile: string) =>
			build.act(draftWork, editor, here, {
				locale: 'fr',
				title: 'La digue',
				summary: '',
				body: '<p>Plus tard.</p>',
				imageFile,
				imageAlt: 'Une digue',
			});
		const [alone, shared, kept] = [await bring(11), await bring(22), await bring(33)];
		const twin = await bring(22, elsewhere);
		const inText = await bring(44, elsewhere);
		await build.aWork(elsewhere, { body: `<p>Vue.</p><p><img src="/files/${inText}" alt="Un pont"></p>` });
		const { v, texts, languages } = (await readSpace(installation.db, elsewhere))!;
		const coordinator = await build.aPerson(['coordinator'], elsewhere);
		await build.act(changeSpace, coordinator, elsewhere, {
			v,
			texts,
			languages,
			hue: 20,
			secondHue: 80,
			logoFile: twin,
		});
		await draft(kept);
		for (const picture of [alone, shared])
			await build.act(discardVersion, editor, here, { versionId: (await draft(picture)).versionId });
		const full = await onDisk();

		await tidyAfter(6);
		expect(await Promise.all([alone, shared].map(isThere))).toEqual([true, true]);
		await tidyAfter(8);
		expect(await Promise.all([alone, shared, kept, twin, inText].map(isThere))).toEqual([
			false,
			false,
			true,
			true,
			true,
		]);
		expect(await onDisk()).toEqual(full);
		expect(await onDisk()).not.toEqual(await named());
		await tidyAfter(9);
		expect(await Promise.all([kept, twin, inText].map(isThere))).toEqual([true, true, true]);
		expect(await onDisk()).toEqual(await named());
	});

	test('and was brought in again lately is still there for the text that is being written', async () => {
		const id = await keep(await photo(77));
		const long = new Date(Date.now() - 30 * day);
		await installation.db.updateTable('file').set({ brought_at: long }).where('id', '=', id).execute();
		expect(await keep(await photo(77))).toBe(id);
		await tidyAfter(1);
		expect(await isThere(id)).toBe(true);
		await installation.db.updateTable('file').set({ brought_at: long }).where('id', '=', id).execute();
		await tidyAfter(1);
		expect(await isThere(id)).toBe(false);
		expect(await isThere(await keep(await photo(77)))).toBe(true);
	});
});
