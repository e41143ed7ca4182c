// Brings an installation up: database, migrations, queue, listener. Every entry (pages, worker, command line) uses it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '#platform/server/config.ts';
import { makeDataFolder } from '#platform/server/data-folder.ts';
import { openDb } from '#platform/server/db.ts';
import { type Installation, setInstallation } from '#platform/server/installation.ts';
import { prepareJobs, startJobs } from '#platform/server/jobs/index.ts';
import { listenForFacts } from '#platform/server/listen.ts';
import { migrate } from '#platform/server/migrate.ts';
import { root } from '#platform/server/root.ts';
import { secretOf } from '#platform/server/settings.ts';
import { preparePartitions } from '#platform/server/activity/index.ts';
import { type Database, openDatabase } from './database.ts';
import { gate, jobs, rooms } from './modules.ts';

export interface Booted extends Installation {
	stop(): Promise<void>;
	/** How the embedded server came up, or `external`. */
	database: Database['how'];
	/** Process of the embedded server; null for an external one. */
	databasePid: number | null;
}

const say = (line: string, details?: Record<string, unknown>): void =>
	void process.stderr.write(`${line}${details ? ` ${JSON.stringify(details)}` : ''}\n`);

/** Boots with the newest schema. `works` makes this process run jobs too; `max` bounds its connections. */
export async function boot(
	config: Config,
	options: { works: boolean; max?: number; clock?: () => Date },
): Promise<Booted> {
	const { connection, how, pid, stop } = await openDatabase(config);
	const { db, pool } = openDb({
		connection,
		max: options.max ?? 10,
		onError: (error) => say('database connection lost', { error: error.message }),
	});
	await migrate(db);
	await preparePartitions(db, new Date());
	await prepareJobs(
		connection,
		jobs.map((job) => job.name),
	);
	makeDataFolder(config.filesDir);
	const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
	const queue = await startJobs({
		pool,
		...(options.works ? { connection } : {}),
		onError: (error) => say('job queue', { error: error.message }),
	});
	const listener = await listenForFacts(connection);
	const installation: Installation = {
		config,
		db,
		pool,
		connection,
		jobs: queue,
		listener,
		secret: await secretOf(db),
		rooms,
		gate,
		version,
		log: say,
		clock: options.clock ?? (() => new Date()),
	};
	setInstallation(installation);
	return {
		...installation,
		database: how,
		databasePid: pid,
		async stop() {
			await listener.stop();
			await queue.stop().catch(() => undefined);
			await db.destroy();
			await stop();
		},
	};
}
