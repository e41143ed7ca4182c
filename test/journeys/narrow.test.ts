// A small phone and a page that runs from the right: everything stands where a reader looks for it.
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { locales } from '#platform/i18n/index.ts';
import { aReader, closeBrowser, type Reader } from '#test/browser.ts';
import { aWorld, carry, signedInAs } from '#test/world.ts';

const { url, dataDir } = inject('demo');
let reader: Reader;
let close: (() => Promise<void>) | undefined;

beforeAll(async () => {
	const made = await aWorld(url, dataDir);
	({ close } = made);
	reader = await aReader(url, { locale: 'ar', width: 360 });
	await carry(reader.context, url, await signedInAs(made.cookies, 'admin', 'root'));
});
afterAll(async () => {
	await closeBrowser();
	await close?.();
});

/** The links of the head that a screen does not show whole. */
const cutLinks = (page: Page): Promise<string[]> =>
	page.locator('header :is(.nav, .langs) a').evaluateAll((links) =>
		links
			.filter((link) => {
				const box = link.getBoundingClientRect();
				return box.left < 0 || box.right > document.documentElement.clientWidth || box.width < 44 || box.height < 44;
			})
			.map((link) => link.textContent.trim()),
	);

test.each(locales)('in %s every way through a space is seen whole on a small phone', async (locale) => {
	const { page } = reader;
	await page.goto(`/${locale}`);
	const spaces = await page
		.locator('a[href*="/s/"]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
	const space = spaces.map((href) => /^\/[a-z]+\/s\/[^/]+/.exec(href)?.[0]).find(Boolean)!;
	for (const path of [`/${locale}`, space, `/${locale}/desk`]) {
		await page.goto(path);
		expect(await page.locator('header .nav a').count()).toBeGreaterThan(1);
		expect(await cutLinks(page), path).toEqual([]);
	}
});

/** From left to right, the middles of two parts of an element's text. */
const middlesOf = (page: Page, selector: string, parts: readonly RegExp[]): Promise<number[]> =>
	page.locator(selector).evaluate(
		(element, sources) => {
			const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
			const nodes: Node[] = [];
			while (walker.nextNode()) nodes.push(walker.currentNode);
			return sources.map((source) => {
				for (const node of nodes) {
					const found = new RegExp(source, 'u').exec(node.textContent ?? '');
					if (!found) continue;
					const range = document.createRange();
					range.setStart(node, found.index);
					range.setEnd(node, found.index + found[0].length);
					const box = range.getClientRects()[0]!;
					return box.left + box.width / 2;
				}
				return Number.NaN;
			});
		},
		parts.map((part) => part.source),
	);

test('in Arabic what is free on the disk is read before all there is, in Arabic letters', async () => {
	const { page } = reader;
	await page.setViewportSize({ width: 1280, height: 900 });
	await page.goto('/ar/desk/health');
	const row = 'tr:has(th:text-is("المساحة على القرص")) td';
	const text = await page.locator(row).innerText();
	expect(text).toMatch(/بايت.*متاحة من أصل.*بايت/u);
	expect(text).not.toMatch(/[A-Z]B/i);
	const [free, total] = await middlesOf(page, row, [/[\d.,]+(?=.*متاحة)/u, /[\d.,]+(?=[^\d]*$)/u]);
	expect(free).toBeGreaterThan(total!);
	await page.setViewportSize({ width: 360, height: 900 });
});

test('in Arabic what is typed begins where its own line begins', async () => {
	const { page } = reader;
	await page.goto('/ar/search');
	const search = page.locator('main input[type="search"], main input[name="q"]').first();
	const alignment = () =>
		search.evaluate((input) => {
			const { textAlign, direction } = getComputedStyle(input);
			return { textAlign, direction };
		});
	await search.fill('جسور');
	expect(await alignment()).toEqual({ textAlign: 'start', direction: 'rtl' });
	await page.goto('/ar/account');
	for (const input of await page.locator('main input[dir="ltr"]').all())
		expect(await input.evaluate((node) => getComputedStyle(node).textAlign)).toBe('start');
});
