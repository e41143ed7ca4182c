// Brings a database to the newest form, in order, one transaction, under Kysely's own lock.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Migration, type MigrationProvider, Migrator, NO_MIGRATIONS } from 'kysely/migration';
import type { Db } from './db.ts';
import { root } from './root.ts';

const folder = path.join(root, 'db', 'migrations');

const provider: MigrationProvider = {
	async getMigrations() {
		const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
		const loaded: Record<string, Migration> = {};
		for (const name of names)
			loaded[name.slice(0, -3)] = (await import(
				/* @vite-ignore */ pathToFileURL(path.join(folder, name)).href
			)) as Migration;
		return loaded;
	},
};

/** Runs every missing migration (or up to and including `last`); returns the names that ran. */
export async function migrate(db: Db, last?: string): Promise<string[]> {
	const migrator = new Migrator({ db, provider });
	const { error, results } = last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last);
	if (error) throw error instanceof Error ? error : new Error(String(error));
	return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

/** Takes everything down again; for tests of the migrations themselves. */
export async function migrateDown(db: Db): Promise<void> {
	const { error } = await new Migrator({ db, provider }).migrateTo(NO_MIGRATIONS);
	if (error) throw error instanceof Error ? error : new Error(String(error));
}

/** Names of the migrations this database has had, in order. */
export async function migrationsOf(db: Db): Promise<string[]> {
	const migrations = await new Migrator({ db, provider }).getMigrations();
	return migrations.filter((migration) => migration.executedAt).map((migration) => migration.name);
}
