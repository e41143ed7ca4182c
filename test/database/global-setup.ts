// One PostgreSQL for all database tests: a cluster in a temporary folder, a migrated template every test file copies.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { jobs } from '#app/modules.ts';
import { openDb } from '#platform/server/db.ts';
import { prepareJobs } from '#platform/server/jobs/index.ts';
import { migrate } from '#platform/server/migrate.ts';
import { ensureServer } from '#platform/server/postgres/index.ts';
import { preparePartitions } from '#platform/server/activity/index.ts';

declare module 'vitest' {
	interface ProvidedContext {
		server: { host: string; port: number };
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'joussour-test-'));
	const first = await ensureServer({ dataDir });
	const { host, port } = first.connection as { host: string; port: number };
	const owner = new pg.Client({ host, port, user: 'joussour_owner', database: 'postgres' });
	await owner.connect();
	await owner.query('create database joussour_template owner joussour');
	// Stories open an installation each, many at once: more than the one that a real server is made for.
	await owner.query('alter system set max_connections = 300');
	await owner.end();
	await first.stop();
	const server = await ensureServer({ dataDir });
	const connection = { host, port, user: 'joussour', database: 'joussour_template' };
	const { db } = openDb({ connection, max: 2 });
	await migrate(db);
	await preparePartitions(db, new Date());
	await db.destroy();
	await prepareJobs(
		connection,
		jobs.map((job) => job.name),
	);
	project.provide('server', { host, port });
	return async () => {
		await server.stop();
		await rm(dataDir, { recursive: true, force: true });
	};
}
