// The tables go up, all the way down and up again to the same form.
import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { catchUp } from '#app/followers.ts';
import { migrate, migrateDown, migrationsOf } from '#platform/server/migrate.ts';
import { search } from '#platform/server/search/index.ts';
import { builders } from '#test/build.ts';
import { testInstallation } from '#test/installation.ts';
import { up as readAgain } from '../../db/migrations/0021-search-read-again.ts';

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

test('an index written by an older program finds what is searched with the digits of today', async () => {
	const installation = await testInstallation();
	const build = builders(installation);
	const space = await build.aSpace();
	await build.aWork(space, { title: 'ميزانية ٢٠٢٦' });
	await catchUp(installation);
	const found = async () => (await search(installation.db, '2026', { spaceIds: [space], limit: 5 })).length;
	expect(await found()).toBe(1);
	// Before, digits stayed as they were typed.
	await sql`update search_entry set folded = 'ميزانيه ٢٠٢٦', words = to_tsvector('simple', 'ميزانيه ٢٠٢٦')`.execute(
		installation.db,
	);
	expect(await found()).toBe(0);
	await readAgain(installation.db as Kysely<unknown>);
	await catchUp(installation);
	expect(await found()).toBe(1);
});
