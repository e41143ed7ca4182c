// Feeds by address, from a real server of this machine: once each, spared when unchanged, and what servers do to us.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startJobs } from '#platform/server/jobs/index.ts';
import { fetchAndImport, listSources, publishing } from '#modules/publishing/server/index.ts';
import { builders, refusalFrom } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
interface Neighbour {
	server: Server;
	host: string;
	asked: string[];
	answers: Record<string, Answer>;
}

async function aNeighbour(): Promise<Neighbour> {
	const asked: string[] = [];
	const answers: Record<string, Answer> = {};
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://x');
		asked.push(pathname);
		const answer = answers[pathname];
		if (answer) answer(request, response);
		else response.writeHead(404).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked, answers };
}

let installation: TestInstallation;
let build: ReturnType<typeof builders>;
let known: Neighbour;
let inside: Neighbour;
let space: string;

const item = (n: number, more = ''): string =>
	`<item><title>Dépêche ${n} du littoral</title><link>https://agence.example/${n}</link><guid>d-${n}</guid><description>Texte ${n}.</description>${more}</item>`;
const feed = (...items: string[]): string =>
	`<?xml version="1.0"?><rss version="2.0"><channel><title>Agence du littoral</title><link>https://agence.example</link><language>fr</language>${items.join('')}</channel></rss>`;
const say =
	(body: string | Buffer, headers: Record<string, string> = {}): Answer =>
	(_request, response) =>
		response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body);
const goTo =
	(location: string, status = 302): Answer =>
	(_request, response) =>
		response.writeHead(status, { location }).end();

const bring = async (path: string) => {
	const editor = await build.aPerson(['editor'], space);
	return fetchAndImport(installation.db, build.call(editor, space), { address: `http://${known.host}${path}` });
};
const source = async (path: string) =>
	(await listSources(installation.db, space)).find(({ address }) => address === `http://${known.host}${path}`);

beforeAll(async () => {
	known = await aNeighbour();
	inside = await aNeighbour();
	inside.answers['/secret'] = say(feed(item(666)));
	installation = await testInstallation({ FETCH_PRIVATE: known.host });
	build = builders(installation);
});
beforeEach(async () => {
	space = await build.aSpace();
	known.asked.length = inside.asked.length = 0;
});
afterAll(() => {
	for (const { server } of [known, inside]) {
		server.closeAllConnections();
		server.close();
	}
});

describe('a feed by its address', () => {
	test('brings its entries once; what it brings later is added to them', async () => {
		known.answers['/a.xml'] = say(feed(item(1), item(2)));
		expect(await bring('/a.xml')).toMatchObject({ added: 2, skipped: 0, title: 'Agence du littoral' });
		expect(await bring('/a.xml')).toMatchObject({ added: 0, skipped: 2 });
		known.answers['/a.xml'] = say(feed(item(3), item(1), item(2)));
		expect(await bring('/a.xml')).toMatchObject({ added: 1, skipped: 2 });
	});

	test.each([
		['etag', { etag: '"un"' }, 'if-none-match', '"un"'],
		[
			'last-modified',
			{ 'last-modified': 'Tue, 03 Mar 2026 10:00:00 GMT' },
			'if-modified-since',
			'Tue, 03 Mar 2026 10:00:00 GMT',
		],
	])(
		'is not sent again while its %s is the same, and is asked whole after a failure',
		async (_name, says, asks, tag) => {
			let heard: string | string[] | undefined;
			let broken = false;
			const same: Answer = (request, response) => {
				heard = request.headers[asks];
				if (broken) response.writeHead(503).end();
				else if (heard === tag) response.writeHead(304, says).end();
				else say(feed(item(7)), says as Record<string, string>)(request, response);
			};
			known.answers['/same.xml'] = same;
			expect(await bring('/same.xml')).toMatchObject({ added: 1 });
			expect(await bring('/same.xml')).toMatchObject({
				error: null,
				added: 0,
				skipped: 0,
				title: 'Agence du littoral',
			});
			expect(heard).toBe(tag);
			broken = true;
			expect(await refusalFrom(bring('/same.xml'))).toMatchObject({ code: 'answer.status', field: 'address' });
			expect((await source('/same.xml'))?.lastError).toMatchObject({ code: 'answer.status', params: { status: 503 } });
			broken = false;
			expect(await bring('/same.xml')).toMatchObject({ added: 0, skipped: 1 });
			expect(heard).toBeUndefined();
			expect((await source('/same.xml'))?.lastError).toBeNull();
		},
	);

	test('may have moved, and may come packed', async () => {
		known.answers['/packed.xml'] = say(gzipSync(feed(item(11))), { 'content-encoding': 'gzip' });
		known.answers['/old.xml'] = goTo('/older/../packed.xml', 301);
		expect(await bring('/old.xml')).toMatchObject({ added: 1 });
		expect(known.asked).toEqual(['/old.xml', '/packed.xml']);
		known.answers['/circle.xml'] = goTo('/circle.xml');
		expect((await refusalFrom(bring('/circle.xml'))).code).toBe('answer.too_many_hops');
	});

	test('that is a page, or nothing, becomes no source', async () => {
		known.answers['/page.html'] = say('<!doctype html><title>Accueil</title><p>Bonjour', {
			'content-type': 'text/html',
		});
		expect(await refusalFrom(bring('/page.html'))).toMatchObject({
			field: 'address',
			code: expect.stringMatching(/^feed\./) as string,
		});
		expect(await refusalFrom(bring('/nowhere.xml'))).toMatchObject({ code: 'answer.status', params: { status: 404 } });
		expect(await listSources(installation.db, space)).toEqual([]);
	});
});

describe('a server that means harm', () => {
	test('cannot send us into our own network, by redirect or by picture', async () => {
		for (const where of [
			`http://${inside.host}/secret`,
			'http://169.254.169.254/latest/meta-data/',
			`http://localhost:${known.host.split(':')[1]}/a.xml`,
			`http://[::ffff:127.0.0.1]:${inside.host.split(':')[1]}/secret`,
			'http://10.0.0.1/',
			'file:///etc/passwd',
			'gopher://127.0.0.1:70/',
		]) {
			known.answers['/turn.xml'] = goTo(where);
			expect([where, (await refusalFrom(bring('/turn.xml'))).code]).toEqual([where, 'address.refused']);
		}
		const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#246' } })
			.png()
			.toBuffer();
		inside.answers['/p.png'] = known.answers['/p.png'] = say(picture, { 'content-type': 'image/png' });
		const shows = (host: string) => `<enclosure url="http://${host}/p.png" type="image/png" length="9"/>`;
		known.answers['/pictures.xml'] = say(feed(item(21, shows(inside.host)), item(22, shows(known.host))));
		expect(await bring('/pictures.xml')).toMatchObject({ added: 2 });
		const works = await installation.db
			.selectFrom('work')
			.select(['source_key', 'image_file'])
			.where('space_id', '=', space)
			.orderBy('source_key')
			.execute();
		expect(works.map(({ source_key, image_file }) => [source_key, image_file !== null])).toEqual([
			['d-21', false],
			['d-22', true],
		]);
		expect(inside.asked).toEqual([]);
	});

	test('cannot fill us: 500 MB are left after 20', async () => {
		let sent = 0;
		const part = Buffer.alloc(1_000_000, ' ');
		known.answers['/huge.xml'] = (_request, response) => {
			const more = (): void => {
				while (sent < 500_000_000 && !response.destroyed) {
					sent += part.length;
					if (!response.write(part)) return void response.once('drain', more);
				}
				response.end();
			};
			more();
		};
		expect((await refusalFrom(bring('/huge.xml'))).code).toBe('answer.too_large');
		expect(sent).toBeLessThan(60_000_000);
		known.answers['/bomb.xml'] = say(gzipSync(Buffer.alloc(100_000_000, ' ')), { 'content-encoding': 'gzip' });
		expect((await refusalFrom(bring('/bomb.xml'))).code).toBe('answer.too_large');
	});
});

test('every hour each source is read in a job of its own: one that hangs holds nobody', async () => {
	const paths = ['/mute.xml', '/fine.xml', '/finer.xml'];
	for (const [n, path] of paths.entries()) {
		known.answers[path] = say(feed(item(30 + n)));
		await bring(path);
	}
	for (const path of paths)
		known.answers[path] = path.startsWith('/mute') ? () => undefined : say(feed(item(40 + paths.indexOf(path))));
	const jobs = await startJobs({
		pool: installation.pool,
		connection: installation.connection,
		onError: () => undefined,
	});
	await jobs.work(publishing.jobs!, installation.db, () => new Date('2026-10-15T11:17:00Z'));
	const hourly = publishing.jobs!.find((job) => job.name === 'refresh-feeds')!;
	await hourly.run(installation.db, {}, new Date());
	await hourly.run(installation.db, {}, new Date());
	const states = async () => Promise.all(paths.map(async (path) => (await source(path))!));
	try {
		await expect
			.poll(async () => (await states()).map(({ lastError }) => lastError?.code ?? null), {
				timeout: 45_000,
				interval: 250,
			})
			.toEqual(['answer.too_slow', null, null]);
		await expect
			.poll(async () => (await states()).slice(1).map(({ lastGoodAt }) => lastGoodAt))
			.toEqual([new Date('2026-10-15T11:17:00Z'), new Date('2026-10-15T11:17:00Z')]);
	} finally {
		await jobs.stop();
	}
	const keys = await installation.db.selectFrom('work').select('source_key').where('space_id', '=', space).execute();
	expect(keys.map((row) => row.source_key).sort()).toEqual(['d-30', 'd-31', 'd-32', 'd-41', 'd-42']);
	// Asked twice within the hour, each was read once.
	expect(known.asked.filter((path) => path === '/fine.xml')).toHaveLength(2);
}, 60_000);
