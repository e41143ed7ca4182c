// Guests in a real browser without any script: the first act, the double click, the cookie somebody tampered with.
import { afterAll, expect, inject, test } from 'vitest';
import { translatorFor } from '#platform/i18n/index.ts';
import { aReader, closeBrowser } from '#test/browser.ts';

const { url } = inject('demo');
const t = translatorFor('fr');
afterAll(() => closeBrowser());

async function aGuest() {
	const reader = await aReader(url, { script: false });
	await reader.page.goto(`${url}/fr/s/radio-tizi`);
	await reader.page.locator('main a[href*="/w/"]').first().click();
	return { ...reader, work: reader.page.url() };
}
const words = () =>
	`Une parole de passage ${Math.random().toString(36).slice(2)} ${Math.random().toString(36).slice(2)}`;
const send = { name: t('thread.send'), exact: true };

test('a guest speaks at the first try, takes it back and says the same again', async () => {
	const { page, context, work } = await aGuest();
	const text = words();
	const say = async () => {
		await page.goto(work);
		await page.locator('[name="text"]').last().fill(text);
		await page.getByRole('button', send).click();
		await page.waitForURL(/\/r\//);
		return new URL(page.url()).pathname;
	};
	expect(await context.cookies()).toEqual([]);
	const first = await say();
	const [device] = await context.cookies();
	expect(device).toMatchObject({ name: 'device', httpOnly: true, sameSite: 'Lax' });
	expect(device!.value).toMatch(/^[\w-]{27}\.[\w-]{43}$/);
	await page.goto(url + first);
	await page.locator('summary', { hasText: t('receipt.withdraw') }).click();
	await page.getByRole('button', { name: t('receipt.withdraw') }).click();
	await page.waitForURL(/done=withdraw/);
	const second = await say();
	expect(second).not.toBe(first);
	expect(await page.locator('main').innerText()).toContain(text);
	await context.close();
});

test('a double click without script is one contribution, also the very first', async () => {
	const { page, context, work } = await aGuest();
	const text = words();
	await page.locator('[name="text"]').last().fill(text);
	await page.getByRole('button', send).dblclick();
	await page.waitForURL(/\/r\//);
	await page.goto(work);
	expect((await page.content()).split(text).length - 1).toBe(1);
	await context.close();
});

test('a device somebody tampered with supports nothing until it is given a real one', async () => {
	const { page, context } = await aGuest();
	await context.addCookies([{ name: 'device', value: 'invented.by-a-script', url }]);
	await page.locator('[name="text"]').last().fill(words());
	await page.getByRole('button', send).click();
	await page.waitForURL(/\/r\//);
	expect((await context.cookies()).find(({ name }) => name === 'device')!.value).not.toContain('invented');
	await context.close();
});
