// `joussour start` and `joussour worker`: builds when needed, boots, serves, works, and stops in order.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '#platform/server/config.ts';
import { makeDataFolder } from '#platform/server/data-folder.ts';
import { lockApp } from '#platform/server/postgres/index.ts';
import { root } from '#platform/server/root.ts';
import { boot } from '../boot.ts';
import { keepDatabase } from '../keep-database.ts';
import { keepFollowing } from '../followers.ts';
import { jobs } from '../modules.ts';
import { serve } from '../serve.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Builds the pages at the first run; a fresh checkout has none. */
function buildOnce(): void {
	if (existsSync(path.join(root, 'build', 'handler.js'))) return;
	print('Building the pages (first start only)…');
	const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (built.status !== 0) throw new Error('the pages could not be built; see the lines above');
}

/** Ends the process in order on the first signal, at once on the second. */
function onSignals(stop: () => Promise<void>): void {
	let stopping = false;
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.on(signal, () => {
			if (stopping) process.exit(1);
			stopping = true;
			stop().then(
				() => process.exit(0),
				() => process.exit(1),
			);
		});
}

export const start = {
	help: `
joussour start
Starts the pages, the worker and the embedded database, and prints the address.
Settings come from the environment; docs/operations.md lists them (PORT, DATA_DIR, DATABASE_URL…).
A second start on the same data prints where the first one runs and ends.
Stop with Ctrl-C or SIGTERM; nothing acknowledged is lost even by kill -9.`,
	takes: {},
	async run(): Promise<void> {
		const config = readConfig(process.env);
		makeDataFolder(config.filesDir);
		const lock = config.databaseUrl
			? { release: () => undefined }
			: lockApp(config.dataDir, { address: config.origin });
		if ('heldBy' in lock) {
			print(`Joussour already runs on this data: ${lock.heldBy.address} (process ${lock.heldBy.pid}).`);
			return;
		}
		buildOnce();
		const works = config.worker === 'inline';
		const installation = await boot(config, { works });
		const stopWatching = keepDatabase(config, installation.databasePid, installation.log);
		const stopFollowing = works ? keepFollowing(installation) : null;
		if (works) await installation.jobs.work(jobs, installation.db, installation.clock);
		const web = await serve(installation);
		print(`Joussour ${installation.version} is ready: ${config.origin.replace(/:0$/, `:${web.port}`)}`);
		onSignals(async () => {
			await web.close();
			await stopWatching();
			await stopFollowing?.();
			await installation.stop();
			lock.release();
		});
	},
};

export const worker = {
	help: `
joussour worker
Runs jobs and followers without pages, for installations with several page processes.
Needs DATABASE_URL, the same as the page processes, which are started with WORKER=off.
Any number may run; each job and each fact is taken by one.
Stop with Ctrl-C or SIGTERM.`,
	takes: {},
	async run(): Promise<void> {
		const installation = await boot(readConfig(process.env), { works: true });
		const stopFollowing = keepFollowing(installation);
		await installation.jobs.work(jobs, installation.db, installation.clock);
		print('The worker is ready.');
		onSignals(async () => {
			await stopFollowing();
			await installation.stop();
		});
	},
};
