// A backup of a lived-in installation, put into an empty one of the real schema, is the same installation.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { anonymous } from '#platform/actor.ts';
import { backup, restore } from '#platform/server/backup/index.ts';
import { type Db, openDb } from '#platform/server/db.ts';
import { migrate, migrationsOf } from '#platform/server/migrate.ts';
import { contribute } from '#engines/conversation/server/index.ts';
import { readReport } from '#engines/impact/server/index.ts';
import { readSpaceTree } from '#foundations/spaces/server/index.ts';
import { builders } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let installation: TestInstallation;
let folder: string;
let space: string;
let empty: { db: Db; connection: pg.ClientConfig; filesDir: string };
const name = `r_${randomUUID().replaceAll('-', '')}`;

beforeAll(async () => {
	installation = await testInstallation();
	const build = builders(installation);
	space = await build.aSpace({ kind: 'commune' });
	const { workId } = await build.aWork(space, { body: '<p>Ligne une\nligne deux \\N \t fin — ماء</p>' });
	await build.act(contribute, anonymous, space, { subjectId: workId, locale: 'ar', text: 'الماء أولاً، ثم الطريق.' });
	await build.aProposal(space);
	await installation.settle();
	folder = await mkdtemp(path.join(os.tmpdir(), 'joussour-backup-'));
	const { host, port } = inject('server');
	const owner = new pg.Client({ host, port, user: 'joussour_owner', database: 'postgres' });
	await owner.connect();
	await owner.query(`create database ${name} owner joussour`);
	const connection = { host, port, user: 'joussour', database: name };
	empty = { connection, db: openDb({ connection, max: 2 }).db, filesDir: path.join(folder, 'files') };
	afterAll(async () => {
		await empty.db.destroy();
		await owner.query(`drop database if exists ${name} with (force)`);
		await owner.end();
		await rm(folder, { recursive: true, force: true });
	});
});

/** Every table of the application with its rows as text, in order; not the list of migrations, which knows when each ran. */
async function contentOf(db: Db): Promise<Record<string, string[]>> {
	const { rows: tables } = await sql<{ name: string }>`
		select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'kysely%' order by 1`.execute(
		db,
	);
	const content: Record<string, string[]> = {};
	for (const table of tables) {
		const { rows } = await sql<{
			row: string;
		}>`select t::text as row from ${sql.table(table.name)} t order by 1`.execute(db);
		content[table.name] = rows.map(({ row }) => row);
	}
	return content;
}

test('everything comes back: rows, files, schema, and the application goes on with it', async () => {
	const filesDir = path.join(folder, 'source-files');
	await mkdir(filesDir, { recursive: true });
	await writeFile(path.join(filesDir, 'picture'), Buffer.from([0, 255, 10, 13]));
	const archive = path.join(folder, 'all.tar.zst');
	const before = await contentOf(installation.db);
	expect(before['contribution']).toHaveLength(1);

	const made = await backup({ connection: installation.connection, filesDir, out: archive, appVersion: 'test' });
	expect(made.migrations).toEqual(await migrationsOf(installation.db));
	const back = await restore({
		archive,
		connection: empty.connection,
		filesDir: empty.filesDir,
		migrate: async (names) => void (await migrate(empty.db, names.at(-1))),
	});

	expect(await contentOf(empty.db)).toEqual(before);
	expect(back.tables.reduce((sum, table) => sum + table.rows, 0)).toBe(Object.values(before).flat().length);
	expect(await readFile(path.join(empty.filesDir, 'picture'))).toEqual(Buffer.from([0, 255, 10, 13]));
	expect(await migrate(empty.db)).toEqual([]);
	expect((await readSpaceTree(empty.db)).byId.has(space)).toBe(true);
	const period = { from: '2026-10-01', to: '2026-10-31' };
	const covered = [{ id: space, zone: 'Africa/Casablanca' }];
	expect((await readReport(empty.db, covered, period, '2026-11-22')).figures).toEqual(
		(await readReport(installation.db, covered, period, '2026-11-22')).figures,
	);
	await expect(sql`delete from activity`.execute(empty.db)).rejects.toThrow('insert-only');
});

test('an installation that holds something is not overwritten', async () => {
	const archive = path.join(folder, 'again.tar.zst');
	await backup({ connection: empty.connection, filesDir: empty.filesDir, out: archive, appVersion: 'test' });
	const before = await contentOf(installation.db);
	await expect(
		restore({
			archive,
			connection: installation.connection,
			filesDir: path.join(folder, 'other'),
			migrate: () => Promise.resolve(),
		}),
	).rejects.toMatchObject({ code: 'target.not_empty' });
	expect(await contentOf(installation.db)).toEqual(before);
});
