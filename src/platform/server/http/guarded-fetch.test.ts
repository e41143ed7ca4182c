import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { isRefused } from '#platform/refusal.ts';
import type { Address, GuardOptions, Resolve } from './index.ts';
import { guardedFetch } from './index.ts';
import { checkedAddresses, pinnedLookup } from './resolve.ts';

const servers: Server[] = [];
afterEach(async () => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		await new Promise((done) => server.close(done));
	}
});

/** A server on this machine; answers `host:port`. */
async function serve(listener: RequestListener): Promise<{ host: string; hits: () => number }> {
	let hits = 0;
	const server = createServer((request, response) => {
		hits++;
		listener(request, response);
	});
	servers.push(server);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, hits: () => hits };
}

const refusalOf = async (address: string, options?: GuardOptions): Promise<string> =>
	guardedFetch(address, { timeoutMs: 3000, ...options }).then(
		() => 'none',
		(error: unknown) => (isRefused(error) ? error.refusal.code : String(error)),
	);
const answering =
	(...addresses: string[]): Resolve =>
	() =>
		Promise.resolve(addresses.map((address): Address => ({ address, family: address.includes(':') ? 6 : 4 })));
const nobody: Resolve = () => Promise.reject(new Error('asked'));

describe('a guarded request', () => {
	it('brings an answer from a server it may reach', async () => {
		const { host } = await serve((request, response) => {
			expect(request.headers.cookie).toBeUndefined();
			response.setHeader('etag', '"1"').setHeader('content-type', `seen/${request.headers.accept}`).end('مرحبا');
		});
		const answer = await guardedFetch(`http://${host}/a`, { allowPrivate: [host], accept: 'text/xml' });
		expect(answer).toMatchObject({ status: 200, url: `http://${host}/a`, etag: '"1"', lastModified: null });
		expect(answer.headers['content-type']).toBe('seen/text/xml');
		expect(new TextDecoder().decode(answer.bytes)).toBe('مرحبا');
	});

	it('reaches no server of this machine without the explicit list', async () => {
		const { host, hits } = await serve((_request, response) => response.end('secret'));
		const [, port] = host.split(':');
		for (const name of [
			'127.0.0.1',
			'localhost',
			'LOCALHOST',
			'[::1]',
			'[::ffff:127.0.0.1]',
			'2130706433',
			'0x7f.1',
			'0177.0.0.1',
			'127.1',
			'0',
			'127.0.0.1.',
			'１２７.０.０.１',
			'⑫7.0.0.1'.replace('⑫', '１２'),
		]) {
			expect([name, await refusalOf(`http://${name}:${port}/`)]).toEqual([name, 'address.refused']);
		}
		expect(hits()).toBe(0);
		expect(await refusalOf(`http://${host}/`, { allowPrivate: ['127.0.0.1:1'] })).toBe('address.refused');
	});

	it.each([
		'http://127.0.0.1/',
		'http://127.1/',
		'http://127.0.1/',
		'http://2130706433/',
		'http://0x7f000001/',
		'http://0x7f.0x0.0x0.0x1/',
		'http://0177.0.0.1/',
		'http://017700000001/',
		'http://0/',
		'http://0.0.0.0/',
		'http://127.0.0.1./',
		'http://１２７.０.０.１/',
		'http://127。0。0。1/',
		'http://%31%32%37.0.0.1/',
		'http://localhost/',
		'http://localhost./',
		'http://LocalHost/',
		'http://a.localhost/',
		'http://ｌｏｃａｌｈｏｓｔ/',
		'http://printer.local/',
		'http://intranet/',
		'http://10.0.0.1/',
		'http://172.16.0.1/',
		'http://192.168.0.1/',
		'http://169.254.169.254/latest/meta-data/',
		'http://100.64.0.1/',
		'http://198.18.0.1/',
		'http://224.0.0.1/',
		'http://255.255.255.255/',
		'http://[::]/',
		'http://[::1]/',
		'http://[::ffff:127.0.0.1]/',
		'http://[::ffff:7f00:1]/',
		'http://[::127.0.0.1]/',
		'http://[64:ff9b::7f00:1]/',
		'http://[64:ff9b::10.0.0.1]/',
		'http://[2002:7f00:1::]/',
		'http://[fe80::1]/',
		'http://[fd00::1]/',
		'http://[ff02::1]/',
		'http://[2001:db8::1]/',
		'http://user@example.org/',
		'http://u:p@127.0.0.1/',
		'https://:p@example.org/',
		'file:///etc/passwd',
		'ftp://example.org/',
		'gopher://127.0.0.1:70/',
		'data:text/plain,x',
		'javascript:alert(1)',
		'//example.org',
		'example.org',
		'',
		'http://',
		'http://[fe80::1%25eth0]/',
	])('is refused for %s, without asking the name server', async (address) => {
		expect(await refusalOf(address, { resolve: nobody })).toBe('address.refused');
	});

	it.each([
		['a private address', ['10.0.0.7']],
		['a public and a private one', ['93.184.215.14', '127.0.0.1']],
		['a mapped one', ['::ffff:192.168.1.1']],
		['a NAT64 one', ['64:ff9b::a00:1']],
	])('is refused for a name that leads to %s', async (_what, addresses) => {
		expect(await refusalOf('http://rebind.example/', { resolve: answering(...addresses) })).toBe('address.refused');
	});

	it('connects only to the addresses that were checked, even if the name changes its mind', async () => {
		let asked = 0;
		const rebinding: Resolve = (host) => answering(asked++ === 0 ? '93.184.215.14' : '127.0.0.1')(host);
		const url = new URL('http://rebind.example/');
		const checked = await checkedAddresses(url, rebinding, []);
		const connectedTo = await new Promise((done) =>
			pinnedLookup(checked)('rebind.example', { all: true }, (_error, found) => done(found)),
		);
		expect(connectedTo).toEqual([{ address: '93.184.215.14', family: 4 }]);
		expect(asked).toBe(1);
		await expect(checkedAddresses(url, rebinding, [])).rejects.toMatchObject({ refusal: { code: 'address.refused' } });
	});

	it('uses the pinned address for the connection and keeps the name for the server', async () => {
		const { host } = await serve((request, response) => response.end(request.headers.host));
		const [, port] = host.split(':');
		let asked = 0;
		const once: Resolve = (name) => answering(asked++ === 0 ? '127.0.0.1' : '127.0.0.9')(name);
		const answer = await guardedFetch(`http://radio.example:${port}/`, {
			resolve: once,
			allowPrivate: [`radio.example:${port}`],
		});
		expect(new TextDecoder().decode(answer.bytes)).toBe(`radio.example:${port}`);
		expect(asked).toBe(1);
	});

	it('checks every redirect', async () => {
		const inside = await serve((_request, response) => response.end('secret'));
		for (const location of [
			`http://${inside.host}/`,
			'http://169.254.169.254/',
			'file:///etc/passwd',
			'http://u:p@example.org/',
			'//[::1]/',
			'http://rebind.example/',
		]) {
			const { host } = await serve((_request, response) => response.writeHead(302, { location }).end());
			expect([
				location,
				await refusalOf(`http://${host}/`, { allowPrivate: [host], resolve: answering('10.0.0.1') }),
			]).toEqual([location, 'address.refused']);
		}
		expect(inside.hits()).toBe(0);
	});

	it('follows relative redirects, but not for ever', async () => {
		const { host, hits } = await serve((request, response) => {
			const n = Number(request.url?.slice(1));
			if (n >= 3 && n < 100) response.end('arrived');
			else response.writeHead(307, { location: `/${n + 1}` }).end();
		});
		expect((await guardedFetch(`http://${host}/0`, { allowPrivate: [host] })).url).toBe(`http://${host}/3`);
		const before = hits();
		expect(await refusalOf(`http://${host}/100`, { allowPrivate: [host], redirects: 4 })).toBe('answer.too_many_hops');
		expect(hits() - before).toBe(5);
	});

	it('stops at the size cap: announced, streamed or unpacked', async () => {
		let sent = 0;
		const { host } = await serve((request, response) => {
			if (request.url === '/announced') response.writeHead(200, { 'content-length': 5000 }).end(Buffer.alloc(5000));
			else if (request.url === '/packed')
				response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000)));
			else if (request.url === '/endless') {
				const timer = setInterval(() => response.write(Buffer.alloc(500), () => (sent += 500)), 1);
				response.on('close', () => clearInterval(timer));
			} else response.end(Buffer.alloc(1000));
		});
		const options = { allowPrivate: [host], maxBytes: 1000 };
		expect((await guardedFetch(`http://${host}/`, options)).bytes).toHaveLength(1000);
		for (const path of ['announced', 'packed', 'endless'])
			expect([path, await refusalOf(`http://${host}/${path}`, options)]).toEqual([path, 'answer.too_large']);
		expect(sent).toBeLessThan(100_000);
	});

	it('stops when the time is over: no answer, a slow body, a slow chain, a slow name server', async () => {
		const { host } = await serve((request, response) => {
			if (request.url === '/body') {
				const timer = setInterval(() => response.write('x'), 20);
				response.on('close', () => clearInterval(timer));
			} else if (request.url === '/chain') setTimeout(() => response.writeHead(302, { location: '/chain' }).end(), 120);
		});
		const options = { allowPrivate: [host], timeoutMs: 300 };
		for (const path of ['silent', 'body', 'chain']) {
			const started = performance.now();
			expect([path, await refusalOf(`http://${host}/${path}`, options)]).toEqual([path, 'answer.too_slow']);
			expect(performance.now() - started).toBeLessThan(2000);
		}
		expect(
			await refusalOf('http://slow.example/', { timeoutMs: 100, resolve: () => new Promise(() => undefined) }),
		).toBe('answer.too_slow');
	});

	it('says what went wrong on the other side', async () => {
		const { host } = await serve((request, response) => response.writeHead(Number(request.url?.slice(1))).end());
		await expect(guardedFetch(`http://${host}/404`, { allowPrivate: [host] })).rejects.toMatchObject({
			refusal: { code: 'answer.status', params: { status: 404, host: '127.0.0.1' } },
		});
		expect(await refusalOf(`http://${host}/304`, { allowPrivate: [host] })).toBe('answer.status');
		expect(await refusalOf('http://nowhere.example/', { resolve: nobody })).toBe('address.unreachable');
		const gone = await serve(() => undefined);
		servers.pop()?.close();
		expect(await refusalOf(`http://${gone.host}/`, { allowPrivate: [gone.host] })).toBe('address.unreachable');
	});

	it('asks only for what changed', async () => {
		const lastModified = 'Tue, 03 Mar 2026 10:00:00 GMT';
		const { host } = await serve((request, response) => {
			const same = request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'] === lastModified;
			response.writeHead(same ? 304 : 200, { etag: '"1"', 'last-modified': lastModified }).end(same ? undefined : 'x');
		});
		const first = await guardedFetch(`http://${host}/`, { allowPrivate: [host] });
		expect(first).toMatchObject({ status: 200, etag: '"1"', lastModified });
		const second = await guardedFetch(`http://${host}/`, { allowPrivate: [host], etag: '"1"', lastModified });
		expect(second.status).toBe(304);
		expect(second.bytes).toHaveLength(0);
	});

	it('ignores proxy settings of the environment', async () => {
		const proxy = await serve((_request, response) => response.end('proxied'));
		const { host } = await serve((_request, response) => response.end('direct'));
		process.env['HTTP_PROXY'] = process.env['http_proxy'] = `http://${proxy.host}`;
		try {
			expect(new TextDecoder().decode((await guardedFetch(`http://${host}/`, { allowPrivate: [host] })).bytes)).toBe(
				'direct',
			);
		} finally {
			delete process.env['HTTP_PROXY'];
			delete process.env['http_proxy'];
		}
		expect(proxy.hits()).toBe(0);
	});
});
