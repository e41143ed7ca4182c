// The wire itself: what every kind of answer says about itself, and what is refused before any page is drawn.
import http from 'node:http';
import net from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve } from '#app/serve.ts';
import { aReader, closeBrowser } from '#test/browser.ts';
import { type Asking, wire } from '#test/wire.ts';
import { attach } from '#test/world.ts';

const { url } = inject('demo');
const ask = (path: string, asking?: Asking) => wire(url, path, asking);
const found = { sheet: '', picture: '', font: '' };

beforeAll(async () => {
	const page = String((await ask('/fr')).bytes);
	found.sheet = /_app\/immutable\/assets\/[^"]+\.css/.exec(page)![0];
	found.picture = /\/files\/[\da-f-]+/.exec(page)![0];
	const sheet = String((await ask(`/${found.sheet}`)).bytes);
	found.font = /[\w./-]+\.woff2/.exec(sheet)![0].replace(/^\.\//, '_app/immutable/assets/');
});
afterAll(closeBrowser);

const kept = () => ['/fr', '/fr/feed.xml', '/fr/feed.json', '/sitemap.xml', '/api/openapi.json', found.picture];
const everything = () => [
	...kept(),
	'/fr/search',
	'/fr/nothing-here',
	'/robots.txt',
	`/${found.sheet}`,
	`/${found.font}`,
];

describe('HEAD', () => {
	test.each(['', 'br', 'gzip', 'zstd'])('says what GET says, to a reader that unpacks «%s»', async (encoding) => {
		for (const path of everything()) {
			const headers = { 'accept-encoding': encoding };
			const [whole, head] = [await ask(path, { headers }), await ask(path, { headers, method: 'HEAD' })];
			for (const own of ['date', 'x-request-id']) for (const { headers: said } of [whole, head]) delete said[own];
			expect([path, head.status, head.headers]).toEqual([path, whole.status, whole.headers]);
			expect([path, Number(head.headers['content-length'])]).toEqual([path, whole.bytes.length]);
			expect(whole.bytes.length, path).toBeGreaterThan(0);
			expect(head.bytes).toHaveLength(0);
		}
	});

	test('ends at once where GET would go on for ever', async () => {
		const api = JSON.parse(String((await ask('/api/v1/spaces/radio-tizi/works')).bytes)) as { items: { id: string }[] };
		const head = await ask(`/events?subject=${api.items[0]!.id}`, { method: 'HEAD' });
		expect([head.status, head.headers['content-type']]).toEqual([200, 'text/event-stream']);
	});
});

describe('packing', () => {
	test('is what the reader can unpack, and the tag says that it is the same text', async () => {
		for (const path of ['/fr', '/fr/search', '/fr/feed.xml']) {
			const plain = await ask(path);
			const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
			for (const encoding of ['br', 'gzip'] as const) {
				const packed = await ask(path, { headers: { 'accept-encoding': `${encoding}, zstd` } });
				expect([path, packed.headers['content-encoding']]).toEqual([path, encoding]);
				expect(unpack[encoding](packed.bytes).equals(plain.bytes)).toBe(true);
				expect(packed.headers.etag).toMatch(/^W\//);
				expect(packed.headers.vary).toMatch(/accept-encoding/);
			}
		}
		for (const refused of ['br;q=0', 'identity', 'zstd', '*;q=0', 'br;q=0,gzip;q=0'])
			for (const path of ['/fr', `/${found.sheet}`]) {
				const { headers } = await ask(path, { headers: { 'accept-encoding': refused } });
				expect([path, refused, headers['content-encoding']]).toEqual([path, refused, undefined]);
			}
	});

	test('adds to Vary what others said, and files for everybody do not vary by cookie', async () => {
		expect((await ask('/api/openapi.json')).headers.vary).toBe('authorization, accept-encoding');
		expect((await ask('/fr')).headers.vary).toBe('accept-encoding, cookie');
		expect((await ask(`/${found.sheet}`)).headers.vary).toBe('accept-encoding');
	});

	test('of what is sent to us is refused, not misread', async () => {
		const { status, headers } = await ask('/fr/sign-in?/link', {
			method: 'POST',
			headers: { 'content-encoding': 'gzip', 'sec-fetch-site': 'same-origin' },
			body: 'x',
		});
		expect([status, headers['accept-encoding']]).toEqual([415, 'identity']);
	});
});

test('whoever has the answer gets 304, by a weak tag, among others or by a star', async () => {
	for (const path of kept()) {
		const tag = (await ask(path)).headers.etag!;
		for (const sent of [tag, `"other", ${tag}`, tag.startsWith('W/') ? tag.slice(2) : `W/${tag}`, '*']) {
			const again = await ask(path, { headers: { 'if-none-match': sent } });
			expect([path, sent, again.status, again.bytes.length]).toEqual([path, sent, 304, 0]);
			expect(again.headers.etag?.replace(/^W\//, '')).toBe(tag.replace(/^W\//, ''));
		}
		expect([path, (await ask(path, { headers: { 'if-none-match': '"other"' } })).status]).toEqual([path, 200]);
	}
	// A text taken back changes the feed but not its date: the date alone never says that nothing changed.
	const later = { 'if-modified-since': new Date(Date.now() + 1e9).toUTCString() };
	expect((await ask('/fr/feed.xml', { headers: later })).status).toBe(200);
});

test('a part of a file is that part, not packed', async () => {
	for (const encoding of ['', 'br']) {
		const headers = { range: 'bytes=0-9', 'accept-encoding': encoding };
		const part = await ask('/icon.svg', { headers });
		expect([part.status, part.bytes.length, part.headers['content-range']?.split('/')[0]]).toEqual([
			206,
			10,
			'bytes 0-9',
		]);
	}
	const outside = await ask('/icon.svg', { headers: { range: 'bytes=999999-' } });
	expect(outside.status).toBe(416);
});

describe('what no page takes', () => {
	const own = { 'sec-fetch-site': 'same-origin' };
	test.each([
		['PUT', '/fr', 'GET'],
		['DELETE', '/fr/feed.xml', 'GET, HEAD'],
		['POST', '/robots.txt', 'GET, HEAD'],
		['PATCH', '/sitemap.xml', 'GET, HEAD'],
		['POST', '/api/openapi.json', 'GET, HEAD'],
		['TRACE', '/fr', 'GET, HEAD'],
		['PROPFIND', '/fr', 'GET, HEAD'],
	])('%s %s is answered by 405 and what it takes instead', async (method, path, allowed) => {
		const answer = await ask(path, { method, headers: own });
		expect([answer.status, answer.headers.allow]).toEqual([405, expect.stringContaining(allowed)]);
	});

	test('an address or a head too long has its own status', async () => {
		expect((await ask(`/fr?${'x'.repeat(9_000)}`)).status).toBe(414);
		expect((await ask('/fr', { headers: { 'x-long': 'y'.repeat(40_000) } })).status).toBe(431);
	});

	test('whoever stops in the middle is let go, and nobody waits for them', async () => {
		const installation = await attach(url, inject('demo').dataDir);
		const config = { ...installation.config, port: 0 };
		const short = { headersTimeout: 400, requestTimeout: 900, timeout: 5_000, connectionsCheckingInterval: 100 };
		const web = await serve({ ...installation, config }, short);
		const answerTo = (said: string) =>
			new Promise<string>((resolve) => {
				let heard = '';
				const socket = net.connect(web.port, '127.0.0.1', () => socket.write(said));
				socket.on('data', (part) => (heard += String(part)));
				socket.on('error', () => undefined);
				socket.on('close', () => resolve(heard.split('\r\n')[0]!));
			});
		const halfHead = 'GET /fr HTTP/1.1\r\nhost: ';
		const halfBody = `POST /fr/sign-in?/link HTTP/1.1\r\nhost: 127.0.0.1:${web.port}\r\nsec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 900\r\n\r\nemail=`;
		const slow = [...Array<string>(15).fill(halfHead), ...Array<string>(15).fill(halfBody)].map(answerTo);
		expect((await wire(`http://127.0.0.1:${web.port}`, '/fr')).status).toBe(200);
		for (const line of await Promise.all(slow)) expect(line).toMatch(/^(HTTP\/1\.1 408 |$)/);
		await web.close();
		await installation.stop();
	});
});

describe('other sites', () => {
	test('may show our pictures and read our feeds, and nothing else', async () => {
		for (const path of ['/fr/feed.xml', '/fr/feed.json', '/fr/s/radio-tizi/feed.xml', found.picture]) {
			const { headers } = await ask(path, { headers: { origin: 'https://reader.example' } });
			expect([path, headers['cross-origin-resource-policy'], headers['access-control-allow-origin']]).toEqual([
				path,
				'cross-origin',
				'*',
			]);
			expect(headers['access-control-allow-credentials']).toBeUndefined();
		}
		for (const path of ['/fr', '/fr/search', '/sitemap.xml', '/fr/desk', '/fr/account/export']) {
			const { headers } = await ask(path, { headers: { origin: 'https://reader.example' } });
			expect([path, headers['cross-origin-resource-policy'], headers['access-control-allow-origin']]).toEqual([
				path,
				'same-origin',
				undefined,
			]);
		}
	});

	test('read the API, without cookies, and never act through it', async () => {
		const preflight = (path: string, method: string) =>
			ask(path, {
				method: 'OPTIONS',
				headers: { origin: 'https://reader.example', 'access-control-request-method': method },
			});
		const works = '/api/v1/spaces/radio-tizi/works';
		const read = await ask(works, { headers: { origin: 'https://reader.example' } });
		expect([read.status, read.headers['access-control-allow-origin']]).toEqual([200, '*']);
		expect(read.headers['access-control-allow-credentials']).toBeUndefined();
		expect((await preflight(works, 'GET')).headers['access-control-allow-methods']).toBe('GET, HEAD');
		const act = await preflight('/api/v1/spaces/radio-tizi/acts/conversation.contribute', 'POST');
		expect(act.headers['access-control-allow-origin']).toBeUndefined();
		expect(act.headers['access-control-allow-methods']).toBeUndefined();
	});

	test('see a picture of ours in a real browser', async () => {
		const elsewhere = http.createServer((_request, response) =>
			response
				.setHeader('content-type', 'text/html')
				.setHeader('cross-origin-embedder-policy', 'require-corp')
				.end(`<img src="${url}${found.picture}">`),
		);
		await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
		const reader = await aReader(url);
		await reader.page.goto(`http://localhost:${(elsewhere.address() as net.AddressInfo).port}/`);
		const image = reader.page.locator('img');
		await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.complete)).toBe(true);
		expect(await image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(0);
		await reader.context.close();
		elsewhere.close();
	});
});

test('the content policy allows nothing inline and needs no nonce, so that a kept page is as safe as a fresh one', async () => {
	const policies = new Set<string>();
	for (const path of ['/fr', '/fr', '/ar/s/radio-tizi', '/fr/search', '/fr/sign-in', '/fr/nothing-here']) {
		const { headers, bytes } = await ask(path);
		const policy = String(headers['content-security-policy']);
		policies.add(policy);
		expect(policy).not.toMatch(/unsafe|nonce|https?:|\*/);
		for (const line of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "style-src-attr 'none'"])
			expect(policy).toContain(line);
		const page = String(bytes);
		expect(page).not.toMatch(/nonce=|<style[\s>]|\sstyle=|\son[a-z]+="/);
		for (const [, attributes, inside] of page.matchAll(/<script([^>]*)>([^]*?)<\/script>/g))
			expect([path, attributes, inside]).toEqual([
				path,
				expect.stringMatching(/src="|type="application\/ld\+json"/),
				expect.anything(),
			]);
	}
	expect(policies.size).toBe(1);
});
