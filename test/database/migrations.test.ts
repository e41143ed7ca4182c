// The tables go up, all the way down and up again to the same form.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate, migrateDown, migrationsOf } from '#platform/server/migrate.ts';
import { testInstallation } from '#test/installation.ts';

test('migrations reverse, and a second ascent gives the same tables', async () => {
	const { db } = await testInstallation();
	const shape = async () =>
		(
			await sql`select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
			where table_schema = 'public' and table_name !~ '^(kysely|activity_2)' order by 1, 2`.execute(db)
		).rows;
	const before = await shape();
	const names = await migrationsOf(db);
	await migrateDown(db);
	expect(await shape()).toEqual([]);
	expect(await migrate(db)).toEqual(names);
	expect(await shape()).toEqual(before);
	expect(await migrate(db)).toEqual([]);
});
