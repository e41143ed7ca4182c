// Behind a proxy the reader's address comes from the proxy; whoever forges one is known by where they really come from.
import { describe, expect, test } from 'vitest';
import { readConfig } from '#platform/server/config.ts';
import { askedBy } from './forwarded.ts';

const home = 'https://radio.example';
const ask = (TRUST_PROXY: string, peer: string, headers: Record<string, string> = {}, ORIGIN = home) =>
	askedBy({ peer, headers: { host: 'forged.example', ...headers } }, readConfig({ ORIGIN, TRUST_PROXY }));

describe('the address of a reader', () => {
	test.each([
		['no proxy is expected', '0', '127.0.0.1', '198.51.100.9', '127.0.0.1'],
		['a proxy on this machine', '1', '::ffff:127.0.0.1', '198.51.100.9', '198.51.100.9'],
		['a proxy in the next container', '1', '172.18.0.2', '198.51.100.9', '198.51.100.9'],
		['a stranger who comes past the proxy', '1', '93.184.215.14', '198.51.100.9', '93.184.215.14'],
		['a reader who forges more of them', '1', '127.0.0.1', '1.1.1.1, 198.51.100.9', '198.51.100.9'],
		['a reader of the same network who forges one', '1', '127.0.0.1', '1.1.1.1, 192.168.1.7', '192.168.1.7'],
		['a proxy that says nothing', '1', '127.0.0.1', '', '127.0.0.1'],
		['a proxy that says nonsense', '1', '127.0.0.1', 'unknown', '127.0.0.1'],
		['a named proxy', '203.0.113.7', '203.0.113.7', '198.51.100.9', '198.51.100.9'],
		['two named proxies in a row', '203.0.113.0/24', '203.0.113.7', '1.1.1.1, 8.8.8.8, 203.0.113.8', '8.8.8.8'],
		['this machine, when another proxy is named', '203.0.113.7', '127.0.0.1', '198.51.100.9', '127.0.0.1'],
		['a proxy with an IPv6 address', '2001:db8::/32', '2001:db8::5', '2a00:1450::1', '2a00:1450::1'],
	])('%s', (_name, trust, peer, forwarded, expected) => {
		expect(ask(trust, peer, { 'x-forwarded-for': forwarded }).address).toBe(expected);
	});
});

describe('scheme and host', () => {
	test('are those of the installation, whatever is claimed', () => {
		const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' };
		expect(ask('1', '127.0.0.1', forged)).toMatchObject({ scheme: 'https', host: 'radio.example' });
		expect(ask('0', '93.184.215.14', forged, 'http://127.0.0.1:3000')).toMatchObject({ scheme: 'http' });
	});

	test('plain http is known for what it is: said by our proxy, or come past it', () => {
		expect(ask('1', '127.0.0.1', { 'x-forwarded-proto': 'http' })).toMatchObject({ scheme: 'http', tooPlain: true });
		expect(ask('1', '127.0.0.1').scheme).toBe('https');
		// Sent nowhere: a proxy that was not named would turn in circles.
		expect(ask('1', '93.184.215.14', { 'x-forwarded-proto': 'http' })).toMatchObject({
			scheme: 'http',
			tooPlain: false,
		});
		expect(ask('0', '127.0.0.1', { 'x-forwarded-proto': 'http' }).scheme).toBe('https');
	});
});
