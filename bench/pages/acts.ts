// An act through the runner, with its facts, against the same rows inserted bare on the same connection pool.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { rooms, gate } from '../../src/app/modules.ts';
import { defineFact } from '../../src/platform/fact.ts';
import { newId } from '../../src/platform/ids.ts';
import { system } from '../../src/platform/actor.ts';
import { defineCommand, run } from '../../src/platform/server/commands/index.ts';
import { readConfig } from '../../src/platform/server/config.ts';
import { type Db, openDb } from '../../src/platform/server/db.ts';
import { setInstallation } from '../../src/platform/server/installation.ts';
import { prepareJobs, startJobs } from '../../src/platform/server/jobs/index.ts';
import { listenForFacts } from '../../src/platform/server/listen.ts';
import { postLetter, sendMail } from '../../src/platform/server/mail/index.ts';
import { migrate } from '../../src/platform/server/migrate.ts';
import { ensureServer } from '../../src/platform/server/postgres/index.ts';
import { median } from './load.ts';

const done = defineFact('bench.act.done', 1, 'public', z.object({ n: z.number() }));
const letter = (n: number) => ({
	address: 'reader@example.org',
	locale: 'fr',
	subject: `Numéro ${n}`,
	body: 'Bonjour.',
});

const act = defineCommand({
	name: 'bench.act',
	about: 'Writes a letter and two facts and puts a job in the queue.',
	input: z.object({ n: z.number() }),
	load: () => Promise.resolve(null),
	allow: () => null,
	async run({ tx, input, now }) {
		await postLetter(tx, letter(input.n), now);
		return { result: {}, facts: [done(newId(), input), done(newId(), input)] };
	},
});

/** The rows of one act (letter, two facts, its job) in one transaction, without runner, policy or announcement. */
async function bare(db: Db, n: number): Promise<void> {
	const now = new Date();
	const fact = () => ({
		id: newId(),
		pos: null,
		space_id: null,
		actor_kind: 'system' as const,
		actor_id: null,
		type: 'bench.act.done',
		v: 1,
		reach: 'public' as const,
		subject: newId(),
		data: JSON.stringify({ n }),
		cause: null,
		origin: 'system' as const,
		at: now,
	});
	await db.transaction().execute(async (tx) => {
		const id = newId();
		await tx
			.insertInto('mail')
			.values({
				id,
				key: null,
				person_id: null,
				...letter(n),
				html: null,
				state: 'waiting',
				error: null,
				created_at: now,
				sent_at: null,
			})
			.execute();
		await tx.insertInto('activity').values([fact(), fact()]).execute();
		await tx
			.insertInto('bench_job')
			.values({ name: sendMail.name, data: JSON.stringify({ id }), singleton_key: id })
			.execute();
	});
}

declare module '../../src/platform/server/db.ts' {
	interface Tables {
		bench_job: { name: string; data: string; singleton_key: string };
	}
}

/** How many acts through the runner fit in the time of one hundred bare ones, over one hundred. */
export async function actsAgainstBareRows(): Promise<number> {
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'joussour-acts-'));
	const server = await ensureServer({ dataDir });
	const { db, pool } = openDb({ connection: server.connection, max: 4 });
	await migrate(db);
	await prepareJobs(server.connection, [sendMail.name]);
	await pool.query(
		'create table bench_job (id uuid primary key default gen_random_uuid(), name text, data jsonb, singleton_key text unique, created timestamptz default now())',
	);
	const jobs = await startJobs({ pool, onError: () => undefined });
	const listener = await listenForFacts(server.connection);
	setInstallation({
		config: readConfig({ DATA_DIR: dataDir, SMTP_URL: 'smtp://127.0.0.1:9' }),
		db,
		pool,
		connection: server.connection,
		jobs,
		listener,
		rooms,
		gate,
		version: 'bench',
		secret: 'bench',
		clock: () => new Date(),
		log: () => undefined,
	});
	const call = { actor: system, spaceId: null, locale: 'fr' };
	const time = async (work: (n: number) => Promise<unknown>): Promise<number> => {
		const start = performance.now();
		for (let n = 0; n < 200; n++) await work(n);
		return performance.now() - start;
	};
	const ours = (n: number) => run(db, act, { ...call, now: new Date() }, { n });
	try {
		await time(ours);
		await time((n) => bare(db, n));
		const ratios: number[] = [];
		for (let pair = 0; pair < 5; pair++) ratios.push((await time((n) => bare(db, n))) / (await time(ours)));
		return median(ratios);
	} finally {
		await listener.stop();
		await jobs.stop().catch(() => undefined);
		await db.destroy();
		await server.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
}
