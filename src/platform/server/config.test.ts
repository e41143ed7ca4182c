// Settings: defaults, and every mistake named at once.
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('an empty environment gives a local installation with its own database', () => {
	expect(readConfig({})).toMatchObject({
		port: 3000,
		host: '127.0.0.1',
		origin: 'http://127.0.0.1:3000',
		databaseUrl: null,
		smtpUrl: null,
		worker: 'inline',
		trustProxy: [],
		fetchPrivate: [],
		secure: false,
	});
});

test('empty variables count as absent', () => {
	expect(readConfig({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: null });
});

test('every mistake is named at once, with what was given', () => {
	const wrong = {
		PORT: '99999',
		ORIGIN: 'example.org',
		DATABASE_URL: 'mysql://x',
		WORKER: 'maybe',
		TRUST_PROXY: 'yes',
		FETCH_PRIVATE: 'https://radio.example',
	};
	try {
		readConfig(wrong);
		expect.unreachable();
	} catch (error) {
		expect(error).toBeInstanceOf(ConfigError);
		expect((error as ConfigError).problems.map((line) => line.split(':')[0])).toEqual([
			'PORT',
			'ORIGIN',
			'DATABASE_URL',
			'WORKER',
			'TRUST_PROXY',
			'FETCH_PRIVATE',
		]);
		expect((error as ConfigError).message).toContain('"99999"');
	}
});

test.each([
	['https://radio.example/', 'https://radio.example', true],
	['http://radio.example:8080', 'http://radio.example:8080', false],
])('the origin %s is read as %s', (given, origin, secure) => {
	expect(readConfig({ ORIGIN: given })).toMatchObject({ origin, secure });
});

test('proxies and hosts of one’s own network are lists', () => {
	expect(readConfig({ TRUST_PROXY: '1' }).trustProxy).toEqual(['private']);
	expect(readConfig({ TRUST_PROXY: '0' }).trustProxy).toEqual([]);
	expect(readConfig({ TRUST_PROXY: '203.0.113.7, 2001:db8::/32' }).trustProxy).toEqual([
		'203.0.113.7',
		'2001:db8::/32',
	]);
	expect(readConfig({ FETCH_PRIVATE: '10.0.0.5:8080 intranet.example:80,[fd00::1]:80' }).fetchPrivate).toEqual([
		'10.0.0.5:8080',
		'intranet.example:80',
		'[fd00::1]:80',
	]);
	for (const wrong of ['10.0.0.5', 'a b', 'x:y', 'u@h:80', 'h:80/path', 'h:99999'])
		expect(() => readConfig({ FETCH_PRIVATE: wrong }), wrong).toThrow(ConfigError);
});

test('passwords are not said back, for what is said is logged', () => {
	const wrong = { DATABASE_URL: 'mysql://user:gehe/im@db.example/x', SMTP_URL: 'smpt://post:secret@mail.example' };
	try {
		readConfig(wrong);
		expect.unreachable();
	} catch (error) {
		const { message } = error as ConfigError;
		expect(message).toContain('mysql://user:…@db.example/x');
		expect(message).not.toMatch(/gehe|im@|secret/);
	}
});
