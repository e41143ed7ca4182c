// One call that leaves a server running for a data folder: made, started or found running.
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { serverAccount } from './account.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { claim } from './claim.ts';
import { isServer, makeCluster, recorded, startServer, stopServer, type Running } from './cluster.ts';
import { findPlace, socketFolder, type Place } from './place.ts';
import { fromSystem, ServerRefused } from './refused.ts';
import { answers, appDatabase, appRole, prepare } from './roles.ts';
import type { Account } from './run.ts';

export interface Connection {
	/** Folder of the Unix socket. */
	host: string;
	port: number;
	user: string;
	database: string;
}

export interface Server {
	how: 'created' | 'started' | 'attached';
	connection: Connection;
	/** Such as `18.4`: of the programs, which may be newer than a server that was found running. */
	version: string;
	pid: number;
	/** The cluster's folder, to be shown to the operator. */
	folder: string;
	stop(): Promise<void>;
}

export interface ServerOptions {
	dataDir: string;
	/** Folder with initdb, pg_ctl and postgres of another PostgreSQL (15 or newer); null for those of npm, PG_BIN_DIR when left out. */
	binDir?: string | null;
}

/**
 * Makes sure that the data folder's own PostgreSQL runs. A server left by a killed application is taken over as it is.
 * Throws ServerRefused, whose message tells the operator what to do.
 */
export async function ensureServer({ dataDir, binDir }: ServerOptions): Promise<Server> {
	const account = serverAccount();
	const place = await findPlace(dataDir, account);
	try {
		return await ensureAt(place, account, binDir === undefined ? process.env['PG_BIN_DIR'] || null : binDir);
	} catch (error) {
		throw fromSystem(error, place.home);
	}
}

async function ensureAt(place: Place, account: Account, binDir: string | null): Promise<Server> {
	const release = await onlyOne(place);
	try {
		const binaries = await findBinaries(binDir, place.home, account);
		const created = await makeCluster(place, binaries, account);
		const { how, running } = created
			? { how: 'created' as const, running: await start(place, binaries, account) }
			: await attachOrStart(place, binaries, account);
		await prepare(running);
		const connection = { host: running.host, port: running.port, user: appRole, database: appDatabase };
		const stop = (): Promise<void> => stopServer(place, binaries, account);
		return { how, connection, version: binaries.version, pid: running.pid, folder: place.data, stop };
	} finally {
		release();
	}
}

async function start(place: Place, binaries: Binaries, account: Account): Promise<Running> {
	return startServer(place, binaries, account, await socketFolder(place, account));
}

async function attachOrStart(
	place: Place,
	binaries: Binaries,
	account: Account,
): Promise<{ how: 'attached' | 'started'; running: Running }> {
	for (let left = 300; left > 0; left--) {
		const running = await recorded(place);
		if (!running || !(await isServer(running.pid))) break;
		const answer = await answers(running);
		if (answer === 'yes') return { how: 'attached', running };
		if (answer === 'no' && left < 290) break;
		await wait(200);
	}
	return { how: 'started', running: await start(place, binaries, account) };
}

/** Two starts at once: the second waits for the first, then finds its server. */
async function onlyOne(place: Place): Promise<() => void> {
	for (let left = 600; ; left--) {
		const taken = claim(path.join(place.home, 'starting'), 'starting');
		if ('release' in taken) return taken.release;
		if (left <= 0)
			throw new ServerRefused(
				'server.busy',
				`Process ${taken.heldBy.pid} has been starting the database in ${place.home} for minutes. Stop it, then start again.`,
			);
		await wait(200);
	}
}
