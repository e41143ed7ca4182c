import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocalName, isPublicAddress } from './addresses.ts';

describe('public addresses', () => {
	it.each([
		'93.184.215.14',
		'8.8.8.8',
		'1.1.1.1',
		'196.200.1.1',
		'2606:4700:4700::1111',
		'2a00:1450:4006:80b::200e',
		'::ffff:8.8.8.8',
	])('include %s', (address) => {
		expect(isPublicAddress(address)).toBe(true);
	});

	it.each([
		'0.0.0.0',
		'0.1.2.3',
		'10.0.0.1',
		'100.64.0.1',
		'127.0.0.1',
		'127.255.255.254',
		'169.254.169.254',
		'172.16.0.1',
		'172.31.255.255',
		'192.0.0.1',
		'192.0.2.1',
		'192.168.1.1',
		'198.18.0.1',
		'198.51.100.1',
		'203.0.113.1',
		'224.0.0.1',
		'240.0.0.1',
		'255.255.255.255',
		'::',
		'::1',
		'::7f00:1',
		'::ffff:127.0.0.1',
		'::ffff:10.0.0.1',
		'::ffff:0:127.0.0.1',
		'64:ff9b::7f00:1',
		'64:ff9b:1::1',
		'100::1',
		'2001::1',
		'2001:db8::1',
		'2002:7f00:1::',
		'3fff::1',
		'5f00::1',
		'fc00::1',
		'fd12::1',
		'fe80::1',
		'fe80::1%eth0',
		'fec0::1',
		'ff02::1',
		'x',
		'',
	])('exclude %s', (address) => {
		expect(isPublicAddress(address)).toBe(false);
	});

	it('never include a private one, however its last 32 bits are wrapped', () => {
		const byte = fc.integer({ min: 0, max: 255 });
		fc.assert(
			fc.property(
				fc.constantFrom('10.', '127.', '169.254.', '192.168.'),
				fc.constantFrom('::ffff:', '::', '64:ff9b::'),
				byte,
				byte,
				byte,
				(start, wrap, a, b, c) => {
					const v4 = [...start.split('.').filter(Boolean), a, b, c].slice(0, 4).join('.');
					expect(isPublicAddress(v4)).toBe(false);
					expect(isPublicAddress(wrap + v4)).toBe(false);
				},
			),
		);
	});
});

describe('local names', () => {
	it('are known by their end', () => {
		for (const name of [
			'localhost',
			'LOCALHOST',
			'localhost.',
			'x.localhost',
			'printer.local',
			'db.internal',
			'intranet',
			'box.home.arpa',
			'a.lan.',
		])
			expect([name, isLocalName(name)]).toEqual([name, true]);
		for (const name of ['example.org', 'local.example', '8.8.8.8', '::1', 'localhost.example.org'])
			expect([name, isLocalName(name)]).toEqual([name, false]);
	});
});
