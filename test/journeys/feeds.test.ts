// A feed brought in by its address: at the desk without scripts, again, and by the command line beside the running application.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, bin, buildPages, startApp } from '#test/app.ts';
import { aReader, closeBrowser, type Reader } from '#test/browser.ts';
import { aNetwork } from '#test/network.ts';
import { attach, enter } from '#test/world.ts';

let app: App;
let dataDir: string;
let agency: Server;
let address: string;
let installation: Awaited<ReturnType<typeof attach>>;
let reader: Reader;
let entries = ['Marée basse à Essaouira', 'Retour des sardines'];
const answers: number[] = [];

const feed = (): string =>
	`<?xml version="1.0"?><rss version="2.0"><channel><title>Port et mer</title><link>https://port.example</link>${entries
		.map(
			(title, n) =>
				`<item><title>${title}</title><link>https://port.example/${n}</link><guid>port-${n}</guid><description>${title}.</description></item>`,
		)
		.join('')}</channel></rss>`;

/** A command as an operator runs it, without stopping this process, which is the agency too. */
const joussour = (...args: string[]): Promise<{ status: number | null; said: string }> =>
	new Promise((resolve) => {
		const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, FETCH_PRIVATE: address };
		const child = spawn(bin, args, { env });
		let said = '';
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += String(part)));
		child.once('close', (status) => resolve({ status, said }));
	});

beforeAll(async () => {
	buildPages();
	agency = createServer((request, response) => {
		if (request.url === '/turn') return void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
		const etag = `"${createHash('sha256').update(feed()).digest('hex')}"`;
		const status = request.headers['if-none-match'] === etag ? 304 : 200;
		answers.push(status);
		response
			.writeHead(status, { etag, 'content-type': 'application/rss+xml' })
			.end(status === 200 ? feed() : undefined);
	});
	await new Promise<void>((resolve) => agency.listen(0, '127.0.0.1', resolve));
	address = `127.0.0.1:${(agency.address() as AddressInfo).port}`;
	dataDir = await mkdtemp(path.join(os.tmpdir(), 'joussour-feeds-'));
	app = await startApp({ DATA_DIR: dataDir, FETCH_PRIVATE: address });
	installation = await attach(app.url, dataDir);
	const { build, medium } = await aNetwork(app.url, installation.db);
	const editor = await build.aPerson(['editor'], medium);
	reader = await aReader(app.url, { script: false });
	await enter(reader.context, app.url, editor.id);
});
afterAll(async () => {
	await closeBrowser();
	await installation.stop();
	await app.stop();
	agency.closeAllConnections();
	agency.close();
	await rm(dataDir, { recursive: true, force: true });
});

const ask = async (typed: string): Promise<string> => {
	await reader.page.goto('/fr/desk/s/radio-tizi/feeds');
	await reader.page.locator('[name="address"]').fill(typed);
	await reader.page.locator('form[action="?/address"] button').click();
	return reader.page.locator('main').innerText();
};

test('an editor brings a feed in by its address, and runs it again', async () => {
	expect(await ask(`http://${address}/feed.xml`)).toContain('2 éléments ajoutés');
	await reader.page.locator('form[action="?/again"] button').click();
	expect(await reader.page.locator('main').innerText()).toContain('Rien de nouveau');
	entries = [...entries, 'Une digue de plus'];
	await reader.page.locator('form[action="?/again"] button').click();
	expect(await reader.page.locator('main').innerText()).toContain('1 élément ajouté');
	expect(answers).toEqual([200, 304, 200]);
});

test.each([
	'http://10.11.12.13/feed.xml',
	'localhost:1/feed.xml',
	'http://169.254.169.254/',
	'TURN',
	'ftp://x.example/',
])('the address %s is refused beside its field, and stays typed', async (typed) => {
	const sent = typed === 'TURN' ? `http://${address}/turn` : typed;
	await ask(sent);
	expect(await reader.page.locator('[name="address"]').inputValue()).toBe(sent);
	expect(await reader.page.locator('[name="address"]').getAttribute('aria-invalid')).toBe('true');
});

test('the command line does the same on the same data, and says what happened', async () => {
	const url = `http://${address}/feed.xml`;
	expect(await joussour('import', 'feed', url, '--space', 'radio-tizi')).toEqual({
		status: 0,
		said: 'Port et mer: nothing new since the last run.\n',
	});
	entries = [...entries, 'Quai numéro neuf'];
	const more = await joussour('import', 'feed', url, '--space', 'radio-tizi');
	expect(more).toEqual({ status: 0, said: 'Port et mer: 1 added, 3 already there, 0 failed.\n' });
	for (const [args, said] of [
		[['feed', `http://${address}/turn`, '--space', 'radio-tizi'], /address/],
		[['feed', 'http://127.0.0.1:9/x', '--space', 'radio-tizi'], /address/],
		[['feed', 'no-such-file.xml', '--space', 'radio-tizi'], /there is no such file/],
		[['feed', os.tmpdir(), '--space', 'radio-tizi'], /this is a folder/],
	] as const)
		expect([args, await joussour('import', ...args)]).toEqual([
			args,
			{ status: 1, said: expect.stringMatching(said) as string },
		]);
	const nowhere = await joussour('import', 'feed', url, '--space', 'radio-tiz');
	expect(nowhere).toEqual({ status: 2, said: expect.stringContaining('There are: portal, radio-tizi') as string });
	for (const args of [[], ['feed'], ['feed', url], ['feed', '--space', 'radio-tizi'], ['feed', url, '--space']])
		expect([args, (await joussour('import', ...args)).status]).toEqual([args, 2]);
});
