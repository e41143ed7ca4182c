// Growing out of one process: two page processes and a worker on one external database.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDb, type Db } from '#platform/server/db.ts';
import { ensureServer, type Server } from '#platform/server/postgres/index.ts';
import { run } from '#platform/server/commands/index.ts';
import { system } from '#platform/actor.ts';
import { publishVersion, withdrawVersion } from '#modules/publishing/server/index.ts';
import { type App, buildPages, freePort, startApp } from '#test/app.ts';
import { aNetwork, postForm } from '#test/network.ts';

let dataDir: string;
let server: Server;
let db: Db;
let one: App;
let two: App;
let worker: App;
let env: Record<string, string>;
let network: Awaited<ReturnType<typeof aNetwork>>;

beforeAll(async () => {
	buildPages();
	dataDir = await mkdtemp(path.join(os.tmpdir(), 'joussour-growth-'));
	server = await ensureServer({ dataDir });
	const { host, port, user, database } = server.connection;
	env = {
		DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`,
		DATA_DIR: dataDir,
		ORIGIN: 'http://127.0.0.1:9999',
	};
	worker = await startApp(env, 'worker');
	[one, two] = await Promise.all([startApp({ ...env, WORKER: 'off' }), startApp({ ...env, WORKER: 'off' })]);
	({ db } = openDb({ connection: server.connection, max: 2 }));
	network = await aNetwork(one.url, db);
});

afterAll(async () => {
	await Promise.all([one, two, worker].map((app) => app?.stop()));
	await db?.destroy();
	await server?.stop();
	await rm(dataDir, { recursive: true, force: true });
});

const front = async (app: App) => (await fetch(`${app.url}/fr/s/radio-tizi`)).text();
const soon = async (check: () => Promise<boolean>): Promise<boolean> => {
	for (let waited = 0; waited < 5_000; waited += 50) {
		if (await check()) return true;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return false;
};

test('a publication empties the page cache of both', async () => {
	const call = { actor: system, spaceId: network.medium, now: new Date(), locale: 'fr' };
	for (const app of [one, two]) {
		await front(app);
		expect((await fetch(`${app.url}/fr/s/radio-tizi`)).headers.get('etag')).toBeTruthy();
		expect(await front(app)).toContain('Eau du barrage');
	}
	await run(db, withdrawVersion, call, { versionId: network.versionId });
	for (const app of [one, two])
		expect(await soon(async () => !(await front(app)).includes('Eau du barrage'))).toBe(true);
	await run(db, publishVersion, call, { versionId: network.versionId });
	for (const app of [one, two])
		expect(await soon(async () => (await front(app)).includes('Eau du barrage'))).toBe(true);
});

test('an act at one is read at the other as soon as it is acknowledged', async () => {
	const words = `Bonjour ${Math.random().toString(36).slice(2)} de la vallée`;
	expect((await postForm(one.url, network.workPage, 'contribute', { text: words })).status).toBe(303);
	expect(await soon(async () => (await (await fetch(two.url + network.workPage)).text()).includes(words))).toBe(true);
});

test('live news reaches readers of either', async () => {
	const listening = [one, two].map(async (app) => {
		const answer = await fetch(`${app.url}/events?subject=${network.workId}`, {
			headers: { accept: 'text/event-stream' },
			signal: AbortSignal.timeout(10_000),
		});
		const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
		for (let heard = ''; ;) {
			const { value, done } = await reader.read();
			heard += value ?? '';
			if (heard.includes('conversation.contribution.published') || done) {
				await reader.cancel();
				return heard;
			}
		}
	});
	await new Promise((resolve) => setTimeout(resolve, 500));
	await postForm(two.url, network.workPage, 'contribute', { text: 'Une nouvelle voix se fait entendre ici.' });
	for (const heard of await Promise.all(listening)) expect(heard).toContain('conversation.contribution.published');
});

test('either page process may be killed, and so may the worker: facts are followed once', async () => {
	await one.kill();
	const words = `Encore là ${Math.random().toString(36).slice(2)} malgré la panne`;
	expect((await postForm(two.url, network.workPage, 'contribute', { text: words })).status).toBe(303);
	await worker.kill();
	await postForm(two.url, network.workPage, 'contribute', { text: 'Une phrase pendant que personne ne compte.' });
	worker = await startApp(env, 'worker');
	one = await startApp({ ...env, WORKER: 'off', PORT: String(await freePort()) });
	const counted = async () => {
		const facts = await db
			.selectFrom('activity')
			.select(({ fn }) => fn.countAll<number>().as('n'))
			.where('type', '=', 'conversation.contribution.submitted')
			.executeTakeFirstOrThrow();
		const counter = await db
			.selectFrom('counter')
			.select(({ fn }) => fn.sum<number>('n').as('n'))
			.where('indicator', '=', 'contributions')
			.executeTakeFirstOrThrow();
		return facts.n === Number(counter.n);
	};
	expect(await soon(counted)).toBe(true);
	expect((await fetch(one.url + network.workPage)).status).toBe(200);
});
