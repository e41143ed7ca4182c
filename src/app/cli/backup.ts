// `joussour backup` and `joussour restore`: one archive out of an installation, and into an empty one.
import { access, constants, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Config, readConfig } from '#platform/server/config.ts';
import { backup, type Manifest, restore } from '#platform/server/backup/index.ts';
import { makeDataFolder } from '#platform/server/data-folder.ts';
import { openDb } from '#platform/server/db.ts';
import { migrate } from '#platform/server/migrate.ts';
import { lockApp } from '#platform/server/postgres/index.ts';
import { root } from '#platform/server/root.ts';
import { type Database, openDatabase } from '../database.ts';
import type { Args } from './arguments.ts';
import { existing } from './existing.ts';
import { complain, misused, print } from './print.ts';

const counts = ({ tables, files }: Manifest): string => {
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	return `${rows} rows in ${tables.length} tables, ${files.length} files`;
};

/** Does the work on the database and stops what was started for it. */
async function on(config: Config, work: (database: Database) => Promise<void>): Promise<void> {
	const database = await openDatabase(config);
	await work(database).finally(() => database.stop());
}

export const backupCommand = {
	help: `
joussour backup FILE
Writes everything into one archive (by custom FILE.tar.zst): all rows as of one moment, and the uploaded files.
It may run while the application runs, on the embedded database or on DATABASE_URL.
FILE must not exist; its name appears only when the archive is whole.
Prints how many rows and files it holds. The archive holds personal data: keep it as you keep the database.`,
	takes: { words: ['FILE'] },
	async run({ words: [out = ''] }: Args): Promise<void> {
		const config = existing(readConfig(process.env));
		const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
		makeDataFolder(config.filesDir);
		await on(config, async ({ connection }) => {
			const manifest = await backup({
				connection,
				filesDir: config.filesDir,
				out: path.resolve(out),
				appVersion: version,
			});
			print(`${out}: ${counts(manifest)}.`);
		});
	},
};

export const restoreCommand = {
	help: `
joussour restore FILE
Puts an archive made by joussour backup into an empty installation: an empty DATA_DIR, or an empty DATABASE_URL.
The archive is checked whole before anything is touched; after any refusal everything is as it was.
The application must not run on this data meanwhile. A newer version brings the database up to date at its next start.
Prints how many rows and files were put back.`,
	takes: { words: ['FILE'] },
	async run({ words: [archive = ''] }: Args): Promise<void> {
		const config = readConfig(process.env);
		// Before anything is made for it: a name typed wrongly leaves no empty database behind.
		await access(archive, constants.R_OK);
		makeDataFolder(config.filesDir);
		const lock = config.databaseUrl ? null : lockApp(config.dataDir, { address: 'restoring' });
		if (lock && 'heldBy' in lock)
			return misused(`Joussour runs on this data (process ${lock.heldBy.pid}). Stop it first.`);
		try {
			await on(config, async ({ connection }) => {
				const { db } = openDb({ connection, max: 2, onError: (error) => complain(error.message) });
				const migrateTo = async (names: readonly string[]) => void (await migrate(db, names.at(-1)));
				try {
					print(
						`${archive}: ${counts(await restore({ archive: path.resolve(archive), connection, filesDir: config.filesDir, migrate: migrateTo }))} restored.`,
					);
				} finally {
					await db.destroy();
				}
			});
		} finally {
			lock?.release();
		}
	},
};
