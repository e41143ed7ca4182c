// An installation as most are reached: over https, through a proxy that ends TLS. And what a forged header gets there.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Cookie } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, buildPages, startApp } from '#test/app.ts';
import { aReader, closeBrowser, type Reader } from '#test/browser.ts';
import { aNetwork } from '#test/network.ts';
import { aProxy, type Proxy } from '#test/proxy.ts';
import { wire } from '#test/wire.ts';
import { attach } from '#test/world.ts';

let proxy: Proxy;
let app: App;
let dataDir: string;
let installation: Awaited<ReturnType<typeof attach>>;
const workPage = '/fr/s/radio-tizi/w/eau-du-barrage';
const editor = { email: 'amina@example.org', password: 'une phrase assez longue' };

beforeAll(async () => {
	buildPages();
	dataDir = await mkdtemp(path.join(os.tmpdir(), 'joussour-https-'));
	proxy = await aProxy();
	app = await startApp({ DATA_DIR: dataDir, ORIGIN: proxy.url, TRUST_PROXY: '1' });
	proxy.goesTo(app.url.replace(/^https?:\/\/[^/]+/, `http://127.0.0.1:${new URL(app.url).port}`));
	installation = await attach(proxy.url, dataDir);
	const { medium, build } = await aNetwork(proxy.url, installation.db);
	await build.aPerson(['editor'], medium, editor);
});
afterAll(async () => {
	await closeBrowser();
	await installation.stop();
	await app.stop();
	await proxy.close();
	await rm(dataDir, { recursive: true, force: true });
});

const cookieOf = async ({ context }: Reader, name: string): Promise<Cookie | undefined> =>
	(await context.cookies(proxy.url)).find((cookie) => cookie.name === name);
const bound = { secure: true, httpOnly: true, sameSite: 'Lax', path: '/', domain: 'localhost' };

test('somebody comes in by password, and leaves; the cookie is bound to host and https', async () => {
	const reader = await aReader(proxy.url);
	const { page } = reader;
	const enter = async (): Promise<void> => {
		await page.goto('/fr/desk');
		expect(page.url()).toBe(`${proxy.url}/fr/sign-in?next=%2Ffr%2Fdesk`);
		const form = page.locator('form[action*="password"]');
		for (const [name, value] of Object.entries(editor)) await form.locator(`[name="${name}"]`).fill(value);
		await form.locator('button').click();
		await page.waitForURL(`${proxy.url}/fr/desk`);
		expect(await cookieOf(reader, '__Host-joussour')).toMatchObject(bound);
	};
	await enter();
	await page.goto('/fr/account');
	await page.locator('form[action*="sign_out"] button').click();
	await page.waitForURL(`${proxy.url}/fr/sign-in?out`);
	expect(await cookieOf(reader, '__Host-joussour')).toBeUndefined();
	await enter();
	expect([reader.complaints, reader.foreign]).toEqual([[], []]);
	await reader.context.close();
});

test.each([true, false])(
	'a guest comments (scripts: %s) and the device is known by a cookie just as tight',
	async (script) => {
		const reader = await aReader(proxy.url, { script });
		await reader.page.goto(workPage);
		const words = script ? 'Le puits de Tagadirt donne encore.' : 'Qui répare la conduite cassée du souk ?';
		await reader.page.locator('form[action*="contribute"] [name="text"]').last().fill(words);
		await reader.page.locator('form[action*="contribute"] button').last().click();
		await expect.poll(async () => (await cookieOf(reader, '__Host-device'))?.value ?? '').toMatch(/^.{36,}$/);
		expect(await cookieOf(reader, '__Host-device')).toMatchObject(bound);
		await expect
			.poll(() => installation.db.selectFrom('contribution').select('id').where('text', '=', words).execute())
			.toHaveLength(1);
		expect([reader.complaints, reader.foreign]).toEqual([[], []]);
		await reader.context.close();
	},
);

test('every whole address that leaves the installation says https', async () => {
	const { host } = new URL(proxy.url);
	for (const page of [
		'/fr',
		workPage,
		'/fr/feed.xml',
		'/fr/feed.json',
		'/sitemap.xml',
		'/robots.txt',
		'/api/openapi.json',
	]) {
		const text = String((await wire(proxy.url, page)).bytes);
		expect(text, page).toContain(`https://${host}`);
		expect(text, page).not.toContain(`http://${host}`);
		expect(text, page).not.toContain('http://127.0.0.1');
	}
	const article = String((await wire(proxy.url, workPage)).bytes);
	for (const place of ['rel="canonical" href', 'property="og:url" content'])
		expect(article).toContain(`${place}="${proxy.url}${workPage}"`);
	const asked = await wire(proxy.url, '/fr/sign-in?/link', {
		method: 'POST',
		headers: { origin: proxy.url, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ email: editor.email }).toString(),
	});
	expect([asked.status, asked.headers.location]).toEqual([303, '/fr/sign-in?sent']);
	const letter = await installation.db
		.selectFrom('mail')
		.select('body')
		.where('address', '=', editor.email)
		.executeTakeFirstOrThrow();
	expect(letter.body).toContain(`${proxy.url}/fr/sign-in/link?token=`);
});

test('strict transport is asked for over https only, and plain http is sent there', async () => {
	const behind = `http://127.0.0.1:${new URL(app.url).port}`;
	const icon = '/icon.svg';
	for (const page of ['/fr', '/fr/desk', '/fr/nothing-here', icon]) {
		const { headers } = await wire(proxy.url, page);
		expect([page, headers['strict-transport-security']]).toEqual([page, 'max-age=31536000']);
		const plain = await wire(behind, `${page}?a=%20b`, { headers: { 'x-forwarded-proto': 'http' } });
		expect([plain.status, plain.headers.location]).toEqual([308, `${proxy.url}${page}?a=%20b`]);
		expect(plain.headers['strict-transport-security']).toBeUndefined();
	}
});

test('who forges headers gains nothing: not another host, not another address to be counted by', async () => {
	const forged = {
		'x-forwarded-host': 'evil.example',
		'x-joussour-host': 'evil.example',
		'x-joussour-proto': 'http',
		forwarded: 'for=9.9.9.9;host=evil.example;proto=http',
	};
	for (const page of ['/fr', '/', '/fr/desk', '/fr/feed.xml', workPage]) {
		const { bytes, headers } = await wire(proxy.url, page, { headers: forged });
		expect(`${JSON.stringify(headers)}${String(bytes)}`, page).not.toContain('evil.example');
	}
	// Many letters asked from «different» addresses for one account stay one neighbourhood in the counts.
	const keys = () =>
		installation.db.selectFrom('rate_limit').select('key').where('key', 'like', 'sign_in_address:%').execute();
	for (const n of [1, 2, 3])
		await wire(proxy.url, '/fr/sign-in?/password', {
			method: 'POST',
			headers: {
				...forged,
				'x-forwarded-for': `198.51.${n}.1`,
				'x-joussour-address': `198.51.${n}.2`,
				'sec-fetch-site': 'same-origin',
				'content-type': 'application/x-www-form-urlencoded',
			},
			body: 'email=nobody@example.org&password=nothing-at-all',
		});
	expect((await keys()).map((row) => row.key)).toEqual(['sign_in_address:127.0.0.0']);
});
