// Settings of the installation kept in the database: the secret, the demonstration mark, the territory pack.
import { randomBytes } from 'node:crypto';
import type { ColumnType } from 'kysely';
import type { Db, Tx } from './db.ts';

declare module '#platform/server/db.ts' {
	interface Tables {
		setting: { key: string; value: ColumnType<unknown, string, string> };
	}
}

/** The value of a setting, or null. */
export async function readSetting(db: Db | Tx, key: string): Promise<unknown> {
	const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
	return row?.value ?? null;
}

export async function writeSetting(db: Db | Tx, key: string, value: unknown): Promise<void> {
	const json = JSON.stringify(value);
	await db
		.insertInto('setting')
		.values({ key, value: json })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json }))
		.execute();
}

export async function forgetSetting(db: Db | Tx, key: string): Promise<void> {
	await db.deleteFrom('setting').where('key', '=', key).execute();
}

/** The installation's secret, made at first use and shared by every process through the database. */
export async function secretOf(db: Db): Promise<string> {
	await db
		.insertInto('setting')
		.values({ key: 'secret', value: JSON.stringify(randomBytes(32).toString('base64url')) })
		.onConflict((conflict) => conflict.column('key').doNothing())
		.execute();
	return String(await readSetting(db, 'secret'));
}
