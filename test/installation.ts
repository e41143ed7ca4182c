// A booted installation on a database of its own, for stories that need the real thing.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { catchUp } from '#app/followers.ts';
import { gate, rooms } from '#app/modules.ts';
import { readConfig } from '#platform/server/config.ts';
import { openDb } from '#platform/server/db.ts';
import { type Installation, setInstallation } from '#platform/server/installation.ts';
import { startJobs } from '#platform/server/jobs/index.ts';
import { listenForFacts } from '#platform/server/listen.ts';
import { secretOf } from '#platform/server/settings.ts';

export interface TestInstallation extends Installation {
	/** Sets the clock; it stands still until set again. */
	at(now: Date | string): void;
	/** Runs sequencer and followers to the end. */
	settle(): Promise<void>;
	stop(): Promise<void>;
}

/** A fresh copy of the migrated template. Stopped after the file by itself. */
export async function testInstallation(env: Record<string, string> = {}, max = 10): Promise<TestInstallation> {
	const { host, port } = inject('server');
	const database = `t_${randomUUID().replaceAll('-', '')}`;
	const owner = new pg.Client({ host, port, user: 'joussour_owner', database: 'postgres' });
	await owner.connect();
	// Copying a template is refused while another copy runs: one at a time, by an advisory lock.
	await owner.query('select pg_advisory_lock(1)');
	await owner.query(`create database ${database} template joussour_template owner joussour`);
	await owner.query('select pg_advisory_unlock(1)');
	const dataDir = await mkdtemp(path.join(os.tmpdir(), 'joussour-files-'));
	const connection = { host, port, user: 'joussour', database };
	const { db, pool } = openDb({ connection, max });
	const jobs = await startJobs({ pool, onError: () => undefined });
	const listener = await listenForFacts(connection);
	let now = new Date('2026-10-15T10:00:00Z');
	const installation: Installation = {
		config: readConfig({ DATA_DIR: dataDir, ORIGIN: 'http://127.0.0.1:3000', ...env }),
		db,
		pool,
		connection,
		jobs,
		listener,
		rooms,
		gate,
		version: 'test',
		log: () => undefined,
		secret: await secretOf(db),
		clock: () => now,
	};
	setInstallation(installation);
	const test: TestInstallation = {
		...installation,
		at: (moment) => void (now = new Date(moment)),
		settle: () => catchUp(installation),
		async stop() {
			await listener.stop();
			await jobs.stop().catch(() => undefined);
			await db.destroy();
			await owner.query(`drop database if exists ${database} with (force)`).catch(() => undefined);
			await owner.end();
			await rm(dataDir, { recursive: true, force: true });
		},
	};
	afterAll(() => test.stop());
	return test;
}
