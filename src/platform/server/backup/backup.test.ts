// Round trips between real databases, and archives that must be refused.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureServer, type Connection, type Server } from '../postgres/index.ts';
import { backup, restore, verifyArchive, type Manifest } from './index.ts';

const slow = 30_000;
const debian = '/usr/lib/postgresql/15/bin';
let folder = '';
let server: Server;
let archive = '';
let source: Connection;
let manifest: Manifest;
const others: Server[] = [];

const migrations = ['0001-first', '0002-second'];
/** Two migrations with what is hard to restore: circles, guards, triggers, partitions, generated columns, rows of their own. */
const schema = `
	create table kysely_migration (name text primary key, "timestamp" text); create table kysely_migration_lock (id text primary key);
	create table a_reply (id uuid primary key, parent uuid references a_reply, thread int not null);
	create table thread (id int generated always as identity primary key, title text not null, length int generated always as (length(title)) stored, pinned int);
	alter table a_reply add constraint reply_thread foreign key (thread) references thread;
	create table pin (id int primary key, thread int not null references thread);
	alter table thread add constraint thread_pin foreign key (pinned) references pin;
	create table "odd ""name.s" (n bigserial primary key, "sel ect" jsonb, raw bytea, at timestamptz, ratio double precision, words text[], gone text);
	alter table "odd ""name.s" drop column gone;
	create table log (id int not null, at timestamptz not null, line text, primary key (id, at)) partition by range (at);
	create table log_rest partition of log default;
	create table counter (what text primary key, rows int not null); insert into counter values ('log', 0);
	create function count_log() returns trigger language plpgsql as $$ begin update counter set rows = rows + 1 where what = 'log'; return new; end $$;
	create trigger counting after insert on log for each row execute function count_log();
	create function never() returns trigger language plpgsql as $$ begin raise exception 'insert only'; end $$;
	create trigger guard before update or delete on a_reply for each row execute function never();
	create trigger guard_all before truncate on a_reply execute function never();
	create unlogged table rate (key text primary key);
	create schema boss; create table boss.job (id int primary key);
	create materialized view titles as select count(*)::int as many from thread;
	insert into kysely_migration values ('0001-first', ''), ('0002-second', '');`;
const rows = `
	create table log_2026_10 partition of log for values from ('2026-10-01 00:00:00+00') to ('2026-11-01 00:00:00+00');
	insert into thread (title) select 'نقاش ' || g || E'\\n\\t\\\\ ⵜⴰⵎⴰⵣⵉⵖⵜ 🌉' from generate_series(1, 200) g;
	insert into pin select g, g from generate_series(1, 10) g; update thread set pinned = id where id <= 10;
	insert into a_reply select md5(g::text)::uuid, md5((g + 1)::text)::uuid, 1 + g % 200 from generate_series(1, 999) g
		union all select md5('1000')::uuid, null, 1;
	insert into "odd ""name.s" ("sel ect", raw, at, ratio, words) select jsonb_build_object('ن', g), decode('00ff0a', 'hex'), 'epoch'::timestamptz + g * interval '1 microsecond',
		1.0 / g, array['', null, 'NULL', '\\.'] from generate_series(1, 50) g;
	insert into log select g, '2026-10-20'::timestamptz + g * interval '1 day', repeat('س', 400) from generate_series(1, 5000) g;
	insert into rate values ('x'); insert into boss.job values (1); refresh materialized view titles;`;

async function ask<T extends pg.QueryResultRow>(connection: pg.ClientConfig, sql: string): Promise<T[]> {
	const client = new pg.Client(connection);
	await client.connect();
	try {
		const result: unknown = await client.query<T>(sql);
		return result instanceof pg.Result ? (result.rows as T[]) : [];
	} finally {
		await client.end();
	}
}

async function newDatabase(on: Server = server): Promise<Connection> {
	const name = `t_${randomBytes(4).toString('hex')}`;
	await ask(
		{ ...on.connection, user: 'joussour_owner', database: 'postgres' },
		`create database ${name} owner joussour`,
	);
	return { ...on.connection, database: name };
}
const migrateIn =
	(connection: Connection) =>
	async (names: readonly string[]): Promise<void> => {
		expect(names).toEqual(migrations);
		const [there] = await ask<{ there: boolean }>(
			connection,
			`select to_regclass('kysely_migration') is not null as there`,
		);
		if (!there?.there) await ask(connection, schema);
	};

/** Everything of a database that must survive, as one value. */
async function contents(connection: Connection): Promise<unknown> {
	const all: unknown[] = [];
	for (const table of ['a_reply', 'thread', 'pin', '"odd ""name.s"', 'log', 'counter', 'titles'])
		all.push(
			await ask(
				connection,
				`select '${table.replaceAll("'", '')}' as name, count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as hash from ${table} t`,
			),
		);
	all.push(
		await ask(
			connection,
			`select last_value::text, is_called from thread_id_seq union all select last_value::text, is_called from "odd ""name.s_n_seq"`,
		),
	);
	all.push(
		await ask(
			connection,
			`select tgname, tgenabled from pg_trigger where not tgisinternal order by 1, tgrelid::regclass::text`,
		),
	);
	all.push(
		await ask(
			connection,
			`select conname, condeferrable, condeferred, convalidated from pg_constraint where contype = 'f' order by 1`,
		),
	);
	return all;
}
async function countAll(connection: Connection): Promise<number> {
	const [row] = await ask<{ rows: number }>(
		connection,
		`select ((select count(*) from a_reply) + (select count(*) from thread) + (select count(*) from log))::int as rows`,
	);
	return row?.rows ?? -1;
}

const files: Record<string, Buffer> = {
	'ab/one.bin': Buffer.concat([Buffer.from([0, 0, 255, 10]), randomBytes(300_000)]),
	'صور/جسر كبير.webp': Buffer.from('\0\0'),
	empty: Buffer.alloc(0),
	[`${'long'.repeat(40)}/x`]: Buffer.alloc(512, 7),
};
async function filesIn(at: string): Promise<string[]> {
	const names = await fs.readdir(at, { recursive: true, withFileTypes: true }).catch(() => []);
	return names
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(at, path.join(entry.parentPath, entry.name)))
		.toSorted();
}
let number = 0;
const fresh = (): string => path.join(folder, `files-${++number}`);

beforeAll(async () => {
	folder = await fs.mkdtemp(path.join(os.tmpdir(), 'jsr-bk-'));
	await fs.chmod(folder, 0o755);
	server = await ensureServer({ dataDir: path.join(folder, 'data'), binDir: null });
	source = await newDatabase();
	await ask(source, schema);
	await ask(source, rows);
	for (const [name, body] of Object.entries(files)) {
		await fs.mkdir(path.dirname(path.join(folder, 'files', name)), { recursive: true });
		await fs.writeFile(path.join(folder, 'files', name), body);
	}
	await fs.symlink('/etc/passwd', path.join(folder, 'files', 'link'));
	archive = path.join(folder, 'one.tar.zst');
	manifest = await backup({
		connection: source,
		filesDir: path.join(folder, 'files'),
		out: archive,
		appVersion: '0.1.0',
	});
}, slow);
afterAll(async () => {
	for (const each of [server, ...others]) await each.stop().catch(() => undefined);
	await fs.rm(folder, { recursive: true, force: true });
}, slow);

describe('an archive', () => {
	test('says what it holds, and nothing of the queue, of unlogged tables or behind links', async () => {
		expect(await verifyArchive(archive)).toEqual(manifest);
		expect(manifest.tables.map(({ schema: of, name, rows: many }) => `${of}.${name} ${many}`).toSorted()).toEqual([
			'public.a_reply 1000',
			'public.counter 1',
			'public.log 5000',
			'public.odd "name.s 50',
			'public.pin 10',
			'public.thread 200',
		]);
		expect(manifest.migrations).toEqual(migrations);
		expect(manifest.files.map(({ path: name }) => name).toSorted()).toEqual(Object.keys(files).toSorted());
		expect((await fs.stat(archive)).mode & 0o777).toBe(0o600);
	});

	test(
		'is a plain tar of zstd, can be streamed, and never replaces another',
		async () => {
			const out = new PassThrough();
			const [bytes] = await Promise.all([
				buffer(out),
				backup({ connection: source, filesDir: fresh(), out, appVersion: '0.1.0' }),
			]);
			await fs.writeFile(path.join(folder, 'streamed.tar.zst'), bytes);
			expect((await verifyArchive(path.join(folder, 'streamed.tar.zst'))).files).toEqual([]);
			const listed = spawnSync('tar', ['--zstd', '-tf', archive], { encoding: 'utf8' });
			if (listed.status === 0) expect(listed.stdout).toContain('manifest.json');
			await expect(
				backup({ connection: source, filesDir: fresh(), out: archive, appVersion: '0.1.0' }),
			).rejects.toMatchObject({ code: 'archive.exists' });
		},
		slow,
	);

	test('that cannot be finished leaves no file behind', async () => {
		const lost = { ...source, database: 'no_such' };
		const out = path.join(folder, 'lost.tar.zst');
		await expect(backup({ connection: lost, filesDir: fresh(), out, appVersion: '0.1.0' })).rejects.toThrow(/no_such/);
		expect((await fs.readdir(folder)).filter((name) => name.includes('lost'))).toEqual([]);
	});
});

describe('a restore', () => {
	test(
		'brings back every row, file, sequence, partition and trigger as it was',
		async () => {
			const [target, filesDir] = [await newDatabase(), fresh()];
			expect(await restore({ archive, connection: target, filesDir, migrate: migrateIn(target) })).toEqual(manifest);
			expect(await contents(target)).toEqual(await contents(source));
			expect(await filesIn(filesDir)).toEqual(Object.keys(files).toSorted());
			for (const [name, body] of Object.entries(files))
				expect((await fs.readFile(path.join(filesDir, name))).equals(body)).toBe(true);
			expect(await ask(target, 'select count(*)::int as rows from log_2026_10')).toEqual([{ rows: 11 }]);
			await expect(ask(target, 'delete from a_reply')).rejects.toThrow('insert only');
			const again = path.join(folder, 'again.tar.zst');
			const second = await backup({ connection: target, filesDir, out: again, appVersion: '0.1.0' });
			expect(second.files).toEqual(manifest.files);
		},
		slow,
	);

	test.skipIf(!existsSync(debian))(
		'works into a PostgreSQL 15 of its own, and into one that was migrated before',
		async () => {
			const old = await ensureServer({ dataDir: path.join(folder, 'old'), binDir: debian });
			others.push(old);
			const target = await newDatabase(old);
			await migrateIn(target)(migrations);
			await ask(target, 'delete from counter');
			await restore({ archive, connection: target, filesDir: fresh(), migrate: migrateIn(target) });
			expect(await contents(target)).toEqual(await contents(source));
			expect(old.version).toMatch(/^15\./);
		},
		slow,
	);

	test('refuses a database with one row, and leaves it', async () => {
		const [target, filesDir] = [await newDatabase(), fresh()];
		await ask(target, `create table mine (n int); insert into mine values (1)`);
		const work = restore({
			archive,
			connection: target,
			filesDir,
			migrate: () => Promise.reject(new Error('must not be asked')),
		});
		await expect(work).rejects.toMatchObject({ code: 'target.not_empty' });
		expect(await filesIn(filesDir)).toEqual([]);
	});

	test(
		'refuses a folder with other files, but not with those a killed restore left',
		async () => {
			const [target, filesDir] = [await newDatabase(), fresh()];
			await fs.mkdir(path.join(filesDir, '.restoring-dead'), { recursive: true });
			await fs.writeFile(path.join(filesDir, '.restoring-dead', 'half'), 'x');
			await fs.writeFile(path.join(filesDir, 'empty'), 'other');
			const work = (): Promise<Manifest> =>
				restore({ archive, connection: target, filesDir, migrate: migrateIn(target) });
			await expect(work()).rejects.toMatchObject({ code: 'target.not_empty' });
			await fs.writeFile(path.join(filesDir, 'empty'), '');
			await work();
			expect(await filesIn(filesDir)).toEqual(Object.keys(files).toSorted());
		},
		slow,
	);

	test('refuses a database at other migrations', async () => {
		const target = await newDatabase();
		const migrate = async (): Promise<void> => {
			await ask(target, `${schema} delete from kysely_migration where name = '0002-second'; delete from counter`);
		};
		await expect(restore({ archive, connection: target, filesDir: fresh(), migrate })).rejects.toMatchObject({
			code: 'target.mismatch',
		});
		expect(await countAll(target)).toBe(0);
	});

	test.each([
		['a row breaks a rule at the first table', 'alter table counter add constraint none check (rows < 0) not valid'],
		[
			'a reference is broken at the very end',
			`create table far (id int primary key); alter table log add foreign key (id) references far deferrable initially deferred`,
		],
	])(
		'leaves nothing when %s',
		async (_name, sabotage) => {
			const [target, filesDir] = [await newDatabase(), fresh()];
			const migrate = async (names: readonly string[]): Promise<void> => {
				await migrateIn(target)(names);
				await ask(target, `delete from counter`);
				await ask(target, sabotage);
			};
			await expect(restore({ archive, connection: target, filesDir, migrate })).rejects.toThrow();
			expect(await countAll(target)).toBe(0);
			expect(await fs.readdir(filesDir)).toEqual([]);
			expect(await ask(target, `select to_regclass('log_2026_10') is null as none`)).toEqual([{ none: true }]);
		},
		slow,
	);
});

describe('a damaged archive is refused before anything is touched:', () => {
	async function refused(bytes: Buffer): Promise<void> {
		const at = path.join(folder, 'bad.tar.zst');
		await fs.writeFile(at, bytes);
		const untouched = restore({
			archive: at,
			connection: { host: '/nowhere' },
			filesDir: '/nowhere',
			migrate: () => Promise.resolve(),
		});
		await expect(untouched).rejects.toMatchObject({ name: 'BackupRefused', code: 'archive.damaged' });
	}

	test(
		'cut short anywhere',
		async () => {
			const whole = await fs.readFile(archive);
			for (const length of [0, 10, 44, 1000, whole.length >> 1, whole.length - 45, whole.length - 44, whole.length - 1])
				await refused(whole.subarray(0, length));
		},
		slow,
	);

	test(
		'one bit altered anywhere',
		async () => {
			const whole = await fs.readFile(archive);
			const places = [
				0,
				4,
				5,
				6,
				20,
				whole.length - 45,
				whole.length - 44,
				whole.length - 40,
				whole.length - 33,
				whole.length - 1,
			];
			const more = Array.from({ length: 25 }, () => Math.floor(Math.random() * whole.length));
			for (const place of [...places, ...more]) {
				const bad = Buffer.from(whole);
				bad.writeUInt8(bad.readUInt8(place) ^ (1 << (place % 8)), place);
				await refused(bad);
			}
		},
		slow,
	);

	test('bytes added', async () => refused(Buffer.concat([await fs.readFile(archive), Buffer.alloc(512)])));
});
