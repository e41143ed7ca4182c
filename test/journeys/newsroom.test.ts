// The newsroom in a real browser: two people on one article, feeds that are kept, two colours, pictures in the right width.
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#foundations/spaces/index.ts';
import { translatorFor } from '#platform/i18n/index.ts';
import { addLanguage, draftWork, fetchAndImport } from '#modules/publishing/server/index.ts';
import type { Reader } from '#test/browser.ts';
import { aStage, look, type Way } from '#test/stage.ts';

const stage = aStage();
const { url } = stage;
let spaceId: string;

beforeAll(async () => {
	spaceId = await stage.build.aSpace({ address: 'redaction-partagee', name: 'Rédaction partagée' });
});

async function somebody(role: Role, way: Way) {
	const name = `Plume ${Math.random().toString(36).slice(2, 7)}`;
	return { ...(await stage.somebody(role, spaceId, way, name)), name };
}

/** Smaller than any network shows. */
const tinyLogo = () =>
	sharp({ create: { width: 96, height: 80, channels: 4, background: { r: 120, g: 20, b: 60, alpha: 1 } } })
		.png()
		.toBuffer();

const ways = [
	{ locale: 'fr', script: false },
	{ locale: 'ar', script: true },
] as const;

describe.each(ways)('in $locale, scripts: $script', (way) => {
	const t = translatorFor(way.locale);
	const mark = `${way.locale}-${Math.random().toString(36).slice(2, 6)}`;
	const desk = `/${way.locale}/desk/s/redaction-partagee`;

	test('two people on one article: nobody’s credit is overwritten unseen, nothing typed is lost', async () => {
		const [one, two] = [await somebody('editor', way), await somebody('editor', way)];
		const { workId } = await stage.build.act(draftWork, one.actor, spaceId, {
			locale: 'ar',
			title: `حصاد الزيتون ${mark}`,
			summary: '',
			body: '<p>نص أول</p>',
		});
		await stage.build.act(addLanguage, one.actor, spaceId, {
			workId,
			locale: 'fr',
			title: `Récolte des olives ${mark}`,
			summary: '',
			body: '<p>Premier jet</p>',
		});
		const open = (reader: Reader, language: string) => reader.page.goto(`${desk}/works/${workId}?language=${language}`);
		await open(one, 'fr');
		await open(two, 'ar');
		const field = (reader: Reader, name: string) => reader.page.locator(`#work [name="${name}"]`);
		const save = (reader: Reader) =>
			Promise.all([
				reader.page.waitForEvent('load'),
				reader.page
					.locator('#work')
					.getByRole('button', { name: t('move.save'), exact: true })
					.click(),
			]);
		// Different languages at once: both are saved, the credit too.
		await field(one, 'creditName').fill('Coopérative Tissaliwine');
		await save(one);
		await field(two, 'title').fill(`جني الزيتون ${mark}`);
		await save(two);
		expect(new URL(two.page.url()).searchParams.get('done')).toBe('save');
		expect(await field(two, 'creditName').inputValue()).toBe('Coopérative Tissaliwine');

		// The same credit, changed by both: the later one is shown what changed and keeps what was typed.
		await open(two, 'ar');
		await field(one, 'creditName').fill('Moulin d’Asselda');
		await save(one);
		await field(two, 'creditName').fill('أرشيف البلدية');
		await field(two, 'title').fill(`زيت جديد ${mark}`);
		await save(two);
		const note = two.page
			.getByRole('alert')
			.or(two.page.getByRole('status'))
			.filter({ hasText: t('works.stale_shared_title') });
		await note.waitFor();
		expect(await note.textContent()).toContain('Moulin d’Asselda');
		expect(await note.textContent()).toContain(one.name);
		expect(await field(two, 'creditName').inputValue()).toBe('أرشيف البلدية');
		expect(await field(two, 'title').inputValue()).toBe(`زيت جديد ${mark}`);
		await look(two, `stale-credit-${way.locale}`);
		await Promise.all([
			two.page.waitForEvent('load'),
			two.page.getByRole('button', { name: t('works.shared_theirs') }).click(),
		]);
		expect(await field(two, 'title').inputValue()).toBe(`زيت جديد ${mark}`);
		expect(await field(two, 'creditName').inputValue()).toBe('Moulin d’Asselda');
	});

	test('a feed is paused, resumed and removed; what it brought stays', async () => {
		const editor = await somebody('editor', way);
		const xml = `<rss version="2.0"><channel><title>Bulletin ${mark}</title><item><title>Marché de ${mark}</title><link>https://bulletin.example/${mark}</link><description>Dix étals.</description></item></channel></rss>`;
		await fetchAndImport(
			stage.installation.db,
			{ ...stage.build.call(editor.actor, spaceId), origin: 'import' },
			{ address: `https://bulletin.example/${mark}.xml`, bytes: new TextEncoder().encode(xml) },
		);
		const name = `Bulletin ${mark}`;
		await editor.page.goto(`${desk}/feeds`);
		const press = (label: string) =>
			Promise.all([
				editor.page.waitForEvent('load'),
				editor.page.getByRole('button', { name: label, exact: true }).click(),
			]);
		await press(t('feeds.pause_named', { name }));
		expect(await editor.page.getByText(t('feeds.done.pause')).count()).toBe(1);
		expect(await editor.page.getByText(t('feeds.paused_help')).count()).toBe(1);
		await look(editor, `feeds-${way.locale}`);
		await press(t('feeds.resume_named', { name }));
		expect(await editor.page.getByText(t('feeds.paused_help')).count()).toBe(0);
		const removal = editor.page.locator('li', { hasText: name }).locator('summary', { hasText: t('feeds.remove') });
		await removal.click();
		await press(t('feeds.remove_named', { name }));
		expect(await editor.page.getByRole('heading', { name }).count()).toBe(0);
		await editor.page.goto(`${desk}/works?tab=review`);
		expect(await editor.page.getByText(`Marché de ${mark}`).count()).toBeGreaterThan(0);
	});

	test('a text handed in is taken back, and thrown away after a question', async () => {
		const producer = await somebody('producer', way);
		const { page } = producer;
		const { workId } = await stage.build.act(draftWork, producer.actor, spaceId, {
			locale: way.locale,
			title: `Brouillon ${mark}`,
			summary: '',
			body: '<p>Un premier jet.</p>',
		});
		const press = (label: string) =>
			Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: label, exact: true }).click()]);
		await page.goto(`${desk}/works/${workId}`);
		await press(t('move.propose'));
		await look(producer, `handed-in-${way.locale}`);
		await press(t('move.take_back'));
		await page.getByText(t('move.done.take_back')).waitFor();
		await page.getByRole('link', { name: t('move.discard'), exact: true }).click();
		await page.getByRole('heading', { name: t('works.discard.title') }).waitFor();
		await look(producer, `discard-${way.locale}`);
		await press(t('works.discard.button'));
		await page.getByText(t('move.done.discard')).waitFor();
		expect(await page.getByText(`Brouillon ${mark}`).count()).toBe(0);
		expect((await page.goto(`${desk}/works/${workId}`))!.status()).toBe(404);
	});

	test('two colours are seen by day and by night before they are saved, and read in both', async () => {
		const coordinator = await somebody('coordinator', way);
		const { page } = coordinator;
		const colour = way.script ? '#9fe2bf' : '#ffe135';
		await page.goto(`${desk}/settings`);
		await page.locator('[name="secondColour"]').fill(colour);
		await page.locator('[name="texts.fr.name"]').fill(`Rédaction ${mark}`);
		const press = (label: string) =>
			Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: label, exact: true }).click()]);
		await page
			.locator('[name="logo"]')
			.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await tinyLogo() });
		await press(t('settings.preview_colours'));
		const kept = await page.locator('[name="logoFile"]').inputValue();
		expect(await page.locator(`form img[src^="/files/${kept}"]`).count()).toBe(1);
		expect(await page.locator('[name="texts.fr.name"]').inputValue()).toBe(`Rédaction ${mark}`);
		const band = page.locator('[data-preview] .stripe > span');
		const hue = (await band.first().getAttribute('class'))!.match(/hue-(\d+)/)![1];
		expect(await band.count()).toBe(2);
		await look(coordinator, `two-colours-${way.locale}`);
		const before = await stage.installation.db
			.selectFrom('space')
			.select('second_hue')
			.where('id', '=', spaceId)
			.executeTakeFirstOrThrow();
		await press(t('common.save'));
		expect(await page.getByText(t('settings.colour_said.title', { colour })).count()).toBe(1);
		expect(await page.locator('.top .stripe > span').getAttribute('class')).toContain(`hue-${hue}`);
		expect(String(before.second_hue)).not.toBe(hue);
		// The file sent with the preview is the logo now, and a link elsewhere shows it on a card.
		await page.goto(`/${way.locale}/s/redaction-partagee`);
		const card = (await page.locator('meta[property="og:image"]').getAttribute('content'))!;
		expect(card).toContain(`/files/${kept}?card=`);
		const shown = await fetch(card.replace(new URL(card).origin, url));
		expect(shown.headers.get('content-type')).toBe('image/png');
		expect(await sharp(await shown.arrayBuffer()).metadata()).toMatchObject({ width: 1200, height: 630 });
		expect((await fetch(`${url}/files/${kept}?card=999`)).status).toBe(404);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			const ratio = await page.evaluate(() => {
				const brightness = (color: string): number => {
					const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
					context.fillStyle = color;
					context.fillRect(0, 0, 1, 1);
					const part = (at: number): number => {
						const value = context.getImageData(0, 0, 1, 1).data[at]! / 255;
						return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
					};
					return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
				};
				const ground = brightness(getComputedStyle(document.querySelector('.top')!).backgroundColor);
				const drawn = brightness(getComputedStyle(document.querySelector('.top .stripe > span')!).backgroundColor);
				return (Math.max(ground, drawn) + 0.05) / (Math.min(ground, drawn) + 0.05);
			});
			expect([colorScheme, ratio >= 4.5]).toEqual([colorScheme, true]);
		}
	});
});

test('a phone loads small pictures, the first at once and the others when they come near', async () => {
	const reader = await stage.reader({ locale: 'ar', width: 360 });
	const bytes: number[] = [];
	reader.page.on('response', (response) => {
		if (response.url().includes('/files/')) bytes.push(Number(response.headers()['content-length']));
	});
	await reader.page.goto('/ar', { waitUntil: 'networkidle' });
	const pictures = await reader.page.locator('main .picture img').evaluateAll((images) =>
		images.map((image) => {
			const { loading, currentSrc, alt, width, height } = image as HTMLImageElement;
			return { loading, currentSrc, alt, width, sized: width > 0 && height > 0 };
		}),
	);
	expect(pictures.length).toBeGreaterThan(10);
	expect(pictures.map(({ loading }) => loading)).toEqual(['eager', ...pictures.slice(1).map(() => 'lazy')]);
	expect(pictures.every(({ alt, sized }) => alt.length > 20 && sized)).toBe(true);
	// The newest work may have no picture, when other stories publish beside this one: what counts is the width shown.
	for (const { currentSrc, width } of pictures.filter((picture) => picture.currentSrc !== ''))
		expect(new URL(currentSrc).search).toBe(width > 320 ? '?w=640' : '?w=320');
	expect(pictures[0]!.currentSrc).not.toBe('');
	expect(bytes.length).toBeLessThan(pictures.length + 1);
	expect(Math.max(...bytes)).toBeLessThan(25_000);
});
