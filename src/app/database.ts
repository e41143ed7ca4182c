// The database of an installation: the one DATABASE_URL names, or the embedded server of the data folder.
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '#platform/server/config.ts';
import { makeDataFolder } from '#platform/server/data-folder.ts';
import { ensureServer, lockApp } from '#platform/server/postgres/index.ts';

export interface Database {
	connection: pg.ClientConfig;
	/** How the embedded server came up, or `external`. */
	how: 'created' | 'started' | 'attached' | 'external';
	/** Process of the embedded server; null for an external one. */
	pid: number | null;
	/** Stops the embedded server, unless somebody else still uses it. */
	stop(): Promise<void>;
}

/** Finds or starts the server; its schema is left as it is. */
export async function openDatabase(config: Config): Promise<Database> {
	if (config.databaseUrl)
		return {
			connection: { connectionString: config.databaseUrl },
			how: 'external',
			pid: null,
			stop: () => Promise.resolve(),
		};
	makeDataFolder(config.filesDir);
	const server = await ensureServer({
		dataDir: config.dataDir,
		...(config.pgBinDir ? { binDir: config.pgBinDir } : {}),
	});
	return {
		connection: server.connection,
		how: server.how,
		pid: server.pid,
		async stop() {
			const lock = lockApp(config.dataDir, { address: 'stopping' });
			if ('heldBy' in lock) return lock.heldBy.pid === process.pid ? server.stop() : undefined;
			try {
				for (let left = 10; left > 0; left--) {
					if ((await othersOn(server.connection)) === 0) return await server.stop();
					await wait(200);
				}
			} finally {
				lock.release();
			}
		},
	};
}

/** Clients of the server besides the one that asks: a backup that still runs, another command, our own last ones on their way out. */
async function othersOn(connection: pg.ClientConfig): Promise<number> {
	const client = new pg.Client(connection);
	await client.connect();
	try {
		const { rows } = await client.query<{ n: number }>(
			`select count(*)::int n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
		);
		return rows[0]?.n ?? 0;
	} finally {
		await client.end();
	}
}
