// A guest, also without JavaScript, says which official place a proposal is about, and a reader follows it.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { aReader, axeViolations, closeBrowser, keepPicture, type Reader } from '#test/browser.ts';

const { url } = inject('demo');
afterAll(closeBrowser);

const stories = [
	{
		locale: 'fr',
		script: false,
		width: 1280,
		title: 'Un abri pour les voyageurs du souk',
		text: 'Les gens attendent debout au soleil chaque mercredi devant la halle du marché.',
		typed: 'AZÎLAL',
		nowhere: 'Tombouctou',
		place: 'Azilal',
	},
	{
		locale: 'ar',
		script: true,
		width: 360,
		title: 'مظلة لمحطة سيارات الأجرة',
		text: 'ينتظر المسافرون تحت الشمس بجانب الطريق، ولا كرسي ولا ظل لكبار السن والأطفال.',
		typed: 'ازيلال',
		nowhere: 'تمبكتو',
		place: 'أزيلال',
	},
] as const;

describe.each(stories)(
	'in $locale, scripts: $script',
	({ locale, script, width, title, text, typed, nowhere, place }) => {
		let reader: Reader;
		beforeAll(async () => {
			reader = await aReader(url, { locale, width, script });
		});
		afterAll(() => reader.context.close());
		const send = () => reader.page.locator('main form button').last().click();

		test('an unknown name is refused beside its field, namesakes are offered, and nothing typed is lost', async () => {
			const { page } = reader;
			await page.goto(`/${locale}/s/tiznert/p/pac-2027-2032/new`);
			expect(await page.locator('datalist option').count()).toBeGreaterThan(40);
			await page.fill('[name=title]', title);
			await page.fill('[name=text]', text);
			await page.fill('[name=place]', '7');
			await page.fill('[name=territory]', nowhere);
			await send();
			expect(await page.locator('#f-territory-refusal').innerText()).toContain(nowhere);
			await page.fill('[name=territory]', typed);
			await send();
			await page.waitForSelector('input[type=radio][name=territoryChoice]');
			expect(await page.locator('[name=text]').inputValue()).toBe(text);
			expect(await page.locator('[name=place]').inputValue()).toBe('7');
			if (script) expect(await axeViolations(page)).toEqual([]);
			await keepPicture(page, `places-${locale}-choices`);
			await page.locator('input[type=radio][name=territoryChoice]').nth(1).check();
			await send();
			await page.waitForURL(/\/r\//);
		});

		test('the place of a proposal and of a work leads to all that stands there and below', async () => {
			const { page } = reader;
			await page.goto(`/${locale}/s/tiznert/p/pac-2027-2032`);
			await page.locator('main .meta a', { hasText: place }).first().click();
			expect(new URL(page.url()).pathname).toBe(`/${locale}/s/tiznert/place/MA-05.081.01.01`);
			expect(await page.title()).toContain(place);
			expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(page.url());
			await page.locator('main nav a', { hasText: place }).click();
			expect(await page.locator('#works').innerText()).toMatch(/\d/);
			expect(await page.locator('#proposals').innerText()).toMatch(/\d/);
			expect(await page.locator('meta[name=robots]').count()).toBe(0);
			if (script) expect(await axeViolations(page)).toEqual([]);
			await keepPicture(page, `places-${locale}-province`);
			await page.goto(`/${locale}/place/MA-06`);
			expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
		});
	},
);
