// What a page looks like where a reader would stumble: sides, widths, and what is folded away.
import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { aReader, closeBrowser, type Reader } from '#test/browser.ts';
import { aWorld, carry, signedInAs } from '#test/world.ts';
import type { World } from './access-table.ts';

const { url, dataDir } = inject('demo');
let world: World;
let cookie: string;
let close: (() => Promise<void>) | undefined;
const readers: Reader[] = [];

beforeAll(async () => {
	const made = await aWorld(url, dataDir);
	({ world, close } = made);
	cookie = await signedInAs(made.cookies, 'admin', 'root');
});
afterAll(async () => {
	for (const { context } of readers) await context.close();
	await closeBrowser();
	await close?.();
});

async function staff(options: Parameters<typeof aReader>[1]) {
	const reader = await aReader(url, options);
	readers.push(reader);
	await carry(reader.context, url, cookie);
	return reader.page;
}

/** Where the words themselves begin and end, not the box around them. */
const wordsOf = (where: Locator) =>
	where.evaluate((element) => {
		const range = document.createRange();
		range.selectNodeContents(element);
		const { left, right } = range.getBoundingClientRect();
		return { left: Math.round(left), right: Math.round(right) };
	});

test('a French title in an Arabic list begins under the line above it, on the right', async () => {
	const page = await staff({ locale: 'ar', width: 360 });
	await page.goto('/ar/kept');
	const entry = page.locator('article.work', { has: page.locator('h3 a[lang="fr"]') }).first();
	const title = await wordsOf(entry.locator('h3 a'));
	expect(Math.abs(title.right - (await wordsOf(entry.locator('.kind'))).right)).toBeLessThan(4);
	expect(title.left).toBeGreaterThanOrEqual(16);
});

test('the editor is exactly as wide as the title above it', async () => {
	const page = await staff({ locale: 'fr', width: 1280 });
	await page.goto(`/fr/desk/s/${world.medium}/works/new`);
	await page.locator('[data-place] [role="textbox"]').waitFor();
	const widthOf = (selector: string) =>
		page.locator(selector).evaluate((element) => element.getBoundingClientRect().width);
	expect(await widthOf('[data-place]')).toBe(await widthOf('input[name="title"]'));
});

test('a report folds its tables on the screen and shows them all on paper', async () => {
	const page = await staff({ locale: 'fr', width: 1280, script: false });
	await page.goto('/fr/desk/s/tiznert/report?from=2026-10-01&to=2026-10-31');
	const tables = page.locator('main table.bars');
	expect(await tables.count()).toBeGreaterThan(4);
	const shown = () =>
		tables.evaluateAll((all) => all.filter((table) => table.checkVisibility({ contentVisibilityAuto: true })).length);
	expect(await shown()).toBe(0);
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	expect(height).toBeLessThan(4_200);
	await page.emulateMedia({ media: 'print' });
	expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(height + 1_000);
	await page.emulateMedia({ media: 'screen' });
	await page.locator('main summary').nth(1).click();
	expect(await shown()).toBe(1);
});

test('the documentation of the API lists every act folded, and an address with its name opens it without a script', async () => {
	const page = await staff({ locale: 'fr', width: 360, script: false });
	await page.goto('/fr/api');
	const acts = page.locator('main section details[id]');
	expect(await acts.count()).toBeGreaterThan(40);
	expect(await page.locator('main details[open]').count()).toBe(0);
	const one = page.locator('details[id="publishing.draftWork"]');
	const folded = (await one.boundingBox())!.height;
	await page.goto('/fr/api#publishing.draftWork');
	expect((await one.boundingBox())!.height).toBeGreaterThan(folded + 100);
});

test('in Arabic an empty question waits on the right, a French answer begins on the left, and a refusal bars the right', async () => {
	const page = await staff({ locale: 'ar', width: 360, script: false });
	await page.goto(`/ar/s/${world.commune}/p/${world.process}/new`);
	const title = page.locator('input[name="title"]');
	const direction = () => title.evaluate((input) => getComputedStyle(input).direction);
	expect(await direction()).toBe('rtl');
	await title.fill('Une cantine');
	expect(await direction()).toBe('ltr');
	await title.fill('');
	await Promise.all([page.waitForEvent('load'), page.locator('main form .btn').first().click()]);
	const field = page.locator('.field[data-refused]').first();
	const sides = await field.evaluate((element) => {
		const { borderLeftWidth, borderRightWidth } = getComputedStyle(element);
		return { left: borderLeftWidth, right: borderRightWidth };
	});
	expect(sides).toEqual({ left: '0px', right: '4px' });
});
