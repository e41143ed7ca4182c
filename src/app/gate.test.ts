// The cross-site gate: the seven cases a browser, an old browser, a stranger and an API client can be in.
import { expect, test } from 'vitest';
import { isCrossSite } from './gate.ts';

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
