// The gates before a page: the seven cases of the cross-site check, sizes, null bytes in addresses.
import { expect, test } from 'vitest';
import { holdsNull, isCrossSite, isTooLarge } from './gate.ts';

const here = 'https://radio.example/fr/s/tizi';
const request = (method: string, headers: Record<string, string>): Request => new Request(here, { method, headers });

test.each([
	['reading is never cross-site', 'GET', { 'sec-fetch-site': 'cross-site' }, false],
	['a form of our own page', 'POST', { 'sec-fetch-site': 'same-origin', cookie: 's=1' }, false],
	['a form of another site', 'POST', { 'sec-fetch-site': 'cross-site', cookie: 's=1' }, true],
	['a form of a sibling domain', 'POST', { 'sec-fetch-site': 'same-site', cookie: 's=1' }, true],
	['an older browser on our own page', 'POST', { origin: 'https://radio.example', cookie: 's=1' }, false],
	['an older browser on another site', 'POST', { origin: 'https://evil.example', cookie: 's=1' }, true],
	['neither header', 'POST', { cookie: 's=1' }, true],
	['a wrong origin', 'POST', { origin: 'null' }, true],
	['an API client with its token', 'DELETE', { authorization: 'Bearer jsr_x' }, false],
	['a token beside a cookie is still a browser', 'POST', { authorization: 'Bearer jsr_x', cookie: 's=1' }, true],
] as const)('%s', (_name, method, headers, expected) => {
	expect(isCrossSite(request(method, headers))).toBe(expected);
});

test('below /api/ no cookie is read, so nothing can ride on one', () => {
	const api = new Request('https://radio.example/api/v1/spaces/tizi/acts/conversation.contribute', { method: 'POST' });
	expect(isCrossSite(api)).toBe(false);
	expect(isCrossSite(new Request('https://radio.example/fr/api/', { method: 'POST' }))).toBe(true);
});

test('files may be large where files are taken, typed text never', () => {
	const sent = (id: string, type: string, length: number) =>
		isTooLarge({
			route: { id },
			request: request('POST', { 'content-type': type, 'content-length': String(length) }),
		} as Parameters<typeof isTooLarge>[0]);
	const form = 'application/x-www-form-urlencoded';
	const files = 'multipart/form-data; boundary=x';
	expect(sent('/[locale=locale]/desk/territories', files, 10_000_000)).toBe(false);
	expect(sent('/[locale=locale]/desk/territories', files, 22_000_000)).toBe(true);
	expect(sent('/[locale=locale]/desk/territories', form, 10_000_000)).toBe(true);
	expect(sent('/[locale=locale]/sign-up', files, 10_000_000)).toBe(true);
	expect(sent('/[locale=locale]/sign-up', form, 1_000_000)).toBe(false);
});

test('a null byte in an address is seen, a written percent sign is not taken for one', () => {
	const asked = (rest: string) => holdsNull({ url: new URL(`https://radio.example${rest}`) });
	expect(asked('/w/%00')).toBe(true);
	expect(asked('/fr/search?q=a%00b')).toBe(true);
	expect(asked('/fr/search?q=100%2500')).toBe(false);
});
