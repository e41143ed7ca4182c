// `joussour migrate` and `joussour indicators rebuild`: what an operator does to the database by hand.
import { readConfig } from '#platform/server/config.ts';
import { openDb } from '#platform/server/db.ts';
import { migrate } from '#platform/server/migrate.ts';
import { rebuildCounters } from '#engines/impact/server/index.ts';
import { boot } from '../boot.ts';
import type { Args } from './arguments.ts';
import { existing } from './existing.ts';
import { openDatabase } from '../database.ts';
import { catchUp } from '../followers.ts';
import { complain, misused, print } from './print.ts';

export const migrateCommand = {
	help: `
joussour migrate
Brings the database to the form this version needs, in one transaction, and prints what was done.
The application does this by itself at each start; run it alone to see it happen before.
Make a backup first: joussour backup.
Nothing is done when the database is up to date.`,
	takes: {},
	async run(): Promise<void> {
		const database = await openDatabase(readConfig(process.env));
		const { db } = openDb({ connection: database.connection, max: 2, onError: (error) => complain(error.message) });
		try {
			const done = await migrate(db);
			for (const name of done) print(`done: ${name}`);
			print(done.length === 0 ? 'The database is up to date.' : `${done.length} migrations done.`);
		} finally {
			await db.destroy();
			await database.stop();
		}
	},
};

export const indicators = {
	help: `
joussour indicators rebuild
Counts every indicator afresh from the activity log.
Needed after a space changes its time zone, or after a version that counts differently.
Readers see the old figures until the new ones stand; it may run while the application runs.
Prints how many facts were read.`,
	takes: { words: ['rebuild'] },
	async run({ words: [act] }: Args): Promise<void> {
		if (act !== 'rebuild') return misused('Say what to do: joussour indicators rebuild.');
		const installation = await boot(existing(readConfig(process.env)), { works: false, max: 3 });
		try {
			await catchUp(installation);
			print(`Counted afresh from ${await rebuildCounters(installation.db)} facts.`);
		} finally {
			await installation.stop();
		}
	},
};
