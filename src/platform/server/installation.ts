// What one running process holds: settings, database, jobs, secret, clock. Shared by the bundled pages and the rest
// of the program, which load separate copies of the code, through a well-known symbol.
import type pg from 'pg';
import type { Config } from './config.ts';
import type { Db } from './db.ts';
import type { Jobs } from './jobs/index.ts';
import type { Listener } from './listen.ts';
import type { Room } from './room.ts';
import type { Gate } from './subject-kinds.ts';

export interface Installation {
	config: Config;
	db: Db;
	pool: pg.Pool;
	connection: pg.ClientConfig;
	jobs: Jobs;
	listener: Listener;
	secret: string;
	rooms: readonly Room[];
	gate: Gate;
	clock: () => Date;
	version: string;
	log: (line: string, details?: Record<string, unknown>) => void;
}

const slot = Symbol.for('joussour.installation');
type Holder = { [slot]?: Installation };

export function setInstallation(installation: Installation): void {
	(globalThis as Holder)[slot] = installation;
}

/** The running installation; throws before the start has finished. */
export function installation(): Installation {
	const held = (globalThis as Holder)[slot];
	if (!held) throw new Error('the installation has not started');
	return held;
}
