// Power cuts: ten rounds of kill -9 on the application and on its database while people write.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDb } from '#platform/server/db.ts';
import { ensureServer } from '#platform/server/postgres/index.ts';
import { type App, buildPages, databasePid, startApp } from '#test/app.ts';
import { aNetwork, postForm } from '#test/network.ts';

const rounds = 10;
let dataDir: string;
let app: App;
let port: string;
/** Behind a proxy, so that the many who write come from many neighbourhoods. */
const env = () => ({ DATA_DIR: dataDir, TRUST_PROXY: '1' });
const somewhere = () => ({
	'x-forwarded-for': `8.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}.1`,
});

beforeAll(async () => {
	buildPages();
	dataDir = await mkdtemp(path.join(os.tmpdir(), 'joussour-survival-'));
	app = await startApp(env());
	port = new URL(app.url).port;
});

afterAll(async () => {
	await app.stop();
	await rm(dataDir, { recursive: true, force: true });
});

const connect = async () =>
	openDb({ connection: (await ensureServer({ dataDir })).connection, max: 2, onError: () => undefined }).db;

test(`${rounds} rounds lose nothing that was acknowledged and leave nothing half done`, async () => {
	const { workPage } = await aNetwork(app.url, await connect());
	const acknowledged: string[] = [];
	const answers: (number | string)[] = [];
	let writing = true;
	let n = 0;
	const writer = async (): Promise<void> => {
		while (writing) {
			const words = `parole ${n++} ${Math.random().toString(36).slice(2)} ${Math.random().toString(36).slice(2)} ${Math.random().toString(36).slice(2)}`;
			try {
				const answer = await postForm(app.url, workPage, 'contribute', { text: words }, somewhere());
				answers.push(answer.status);
				if (answer.status === 303) acknowledged.push(words);
			} catch (error) {
				answers.push(String(error));
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		}
	};
	const writers = [writer(), writer(), writer()];
	for (let round = 0; round < rounds; round++) {
		const before = acknowledged.length;
		for (let waited = 0; acknowledged.length < before + 5 && waited < 30_000; waited += 50)
			await new Promise((resolve) => setTimeout(resolve, 50));
		expect(
			acknowledged.length,
			`writes go on in round ${round}: ${answers.slice(-5).join(', ')}\n${app.output().slice(-2000)}`,
		).toBeGreaterThanOrEqual(before + 5);
		if (round % 2 === 0) {
			await app.kill();
			app = await startApp({ ...env(), PORT: port });
		} else process.kill(databasePid(dataDir), 'SIGKILL');
	}
	writing = false;
	await Promise.all(writers);

	const db = await connect();
	const rows = await db.selectFrom('contribution').select(['id', 'text', 'state', 'thread_id']).execute();
	const count = new Map<string, number>();
	for (const row of rows) count.set(row.text, (count.get(row.text) ?? 0) + 1);
	expect(acknowledged.filter((words) => count.get(words) !== 1)).toEqual([]);
	const facts = await sql<{
		subject: string;
	}>`select subject from activity where type = 'conversation.contribution.submitted'`.execute(db);
	expect(new Set(facts.rows.map((row) => row.subject))).toEqual(new Set(rows.map((row) => row.id)));
	const threads = await db.selectFrom('thread').select(['id', 'published']).execute();
	for (const thread of threads)
		expect(thread.published).toBe(
			rows.filter((row) => row.thread_id === thread.id && row.state === 'published').length,
		);
	const receipts = await db.selectFrom('receipt').select('subject_id').execute();
	expect(receipts.length).toBe(rows.length);
	await db.destroy();
});
