// Forged requests over the wire: the seven ways in of the gate, each with somebody's cookie, and what became of the row.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeToken, openSession } from '#foundations/accounts/server/index.ts';
import { builders } from '#test/build.ts';
import { aReader, closeBrowser } from '#test/browser.ts';
import { wire, type Wired } from '#test/wire.ts';
import { attach } from '#test/world.ts';

const { url, dataDir } = inject('demo');
const { host } = new URL(url);
let installation: Awaited<ReturnType<typeof attach>>;
const somebody = { id: '', cookie: '', token: '' };

beforeAll(async () => {
	installation = await attach(url, dataDir);
	const build = builders(installation);
	const space = await installation.db
		.selectFrom('space')
		.select('id')
		.where('address', '=', 'radio-tizi')
		.executeTakeFirstOrThrow();
	const person = await build.aPerson(['producer'], space.id);
	const { token } = await build.act(makeToken, person, null, { name: 'outil' });
	const cookie = (await openSession(person.id, 'test')).split(';')[0]!;
	Object.assign(somebody, { id: person.id, cookie, token });
});
afterAll(async () => {
	await closeBrowser();
	await installation.stop();
});

const nameNow = async (): Promise<string> =>
	(await installation.db.selectFrom('person').select('name').where('id', '=', somebody.id).executeTakeFirstOrThrow())
		.name;

let turn = 0;
/** Changes the person's name by the form of the account page; answers the status and whether the name is changed. */
async function rename(headers: Record<string, string>, multipart = false): Promise<[number, boolean]> {
	const name = `Nom ${++turn} de Warda`;
	const boundary = 'between';
	const parts = Object.entries({ name, locale: 'fr' }).map(
		([field, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
	);
	const { status } = await wire(url, '/fr/account?/profile', {
		method: 'POST',
		headers: {
			accept: 'text/html',
			'content-type': multipart ? `multipart/form-data; boundary=${boundary}` : 'application/x-www-form-urlencoded',
			...headers,
		},
		body: multipart ? `${parts.join('')}--${boundary}--\r\n` : new URLSearchParams({ name, locale: 'fr' }).toString(),
	});
	return [status, (await nameNow()) === name];
}

describe.each([false, true])('a form that rides on a cookie (multipart: %s)', (multipart) => {
	test.each([
		['of our own page', { 'sec-fetch-site': 'same-origin', origin: url }, true],
		['of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
		['of a sibling domain', { 'sec-fetch-site': 'same-site' }, false],
		['typed into the address bar', { 'sec-fetch-site': 'none' }, false],
		['of our own page in an older browser', { origin: url }, true],
		['of another site in an older browser', { origin: 'https://evil.example' }, false],
		['of this name at another port', { origin: 'http://127.0.0.1:9' }, false],
		['of this host with another scheme', { origin: `https://${host}` }, false],
		['of a page without a name', { origin: 'null' }, false],
		['that does not say where from', {}, false],
		['with a forged referrer only', { referer: `${url}/fr/account` }, false],
		['with a token beside it', { authorization: 'Bearer jsr_anything' }, false],
		['that calls itself another host', { 'x-forwarded-host': 'evil.example', origin: 'http://evil.example' }, false],
	])('%s', async (_name, headers, allowed) => {
		expect(await rename({ cookie: somebody.cookie, ...headers } as Record<string, string>, multipart)).toEqual(
			allowed ? [303, true] : [403, false],
		);
	});
});

test('JSON, plain text and methods of scripts meet the same gate', async () => {
	for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
		for (const type of ['application/json', 'text/plain', ''])
			for (const path of ['/fr/account?/profile', '/fr/desk/s/radio-tizi/images', '/fr/feed.xml', '/events']) {
				const headers = {
					cookie: somebody.cookie,
					'sec-fetch-site': 'cross-site',
					...(type && { 'content-type': type }),
				};
				const { status } = await wire(url, path, { method, headers });
				expect([method, type, path, status]).toEqual([method, type, path, 403]);
			}
});

describe('the API', () => {
	const act = '/api/v1/spaces/radio-tizi/acts/publishing.draftWork';
	const draft = JSON.stringify({ locale: 'fr', title: 'Le pont du moulin', summary: '', body: '<p>Deux arches.</p>' });
	const post = (headers: Record<string, string>): Promise<Wired> =>
		wire(url, act, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'idempotency-key': 'sixteen-signs-or-more', ...headers },
			body: draft,
		});

	test('acts by token from anywhere, without an origin', async () => {
		const answer = await post({ authorization: `Bearer ${somebody.token}` });
		expect([answer.status, String(answer.bytes)]).toEqual([200, expect.anything()]);
	});

	test('does not hear cookies, whatever page they come from', async () => {
		for (const site of ['cross-site', 'same-origin'])
			expect((await post({ cookie: somebody.cookie, 'sec-fetch-site': site })).status).toBe(401);
	});

	test('takes only what a foreign page cannot send without leave', async () => {
		const token = { authorization: `Bearer ${somebody.token}` };
		for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])
			expect([type, (await post({ ...token, 'content-type': type })).status]).toEqual([type, 415]);
		const deleted = await wire(url, act, { method: 'DELETE', headers: token });
		expect([deleted.status, deleted.headers.allow]).toEqual([405, 'POST, OPTIONS']);
	});
});

test('a real browser on another site cannot act as its reader', async () => {
	const reader = await aReader(url);
	const [name, value] = somebody.cookie.split('=') as [string, string];
	await reader.context.addCookies([{ name, value, url }]);
	await reader.page.route('http://evil.example/**', (route) =>
		route.fulfill({
			contentType: 'text/html',
			body: `<form method="POST" action="${url}/fr/account?/profile"><input name="name" value="Volée"><input name="locale" value="fr"><button>!</button></form>`,
		}),
	);
	await reader.page.goto('http://evil.example/');
	const answered = reader.page.waitForResponse(`${url}/fr/account?/profile`);
	await reader.page.locator('button').click();
	expect((await answered).status()).toBe(403);
	expect(await nameNow()).not.toBe('Volée');
	await reader.context.close();
});
