// The embedded server, with real processes that are really killed.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseHealth, ensureServer, lockApp, ServerRefused, type Server } from './index.ts';

const asRoot = process.getuid?.() === 0;
const nobody = 65534;
const slow = 30_000;
const door = path.join(import.meta.dirname, 'index.ts');
const servers: Server[] = [];
const children: ChildProcess[] = [];
let folder = '';

beforeAll(async () => {
	folder = await fs.mkdtemp(path.join(os.tmpdir(), 'jsr-pg-'));
	await fs.chmod(folder, 0o755);
});
afterAll(async () => {
	for (const child of children) child.kill('SIGKILL');
	await Promise.all(servers.map((server) => server.stop().catch(() => undefined)));
	await fs.rm(folder, { recursive: true, force: true });
}, slow);

async function ensure(dataDir: string): Promise<Server> {
	const server = await ensureServer({ dataDir, binDir: null });
	servers.push(server);
	return server;
}

async function ask(server: Pick<Server, 'connection'>, sql: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client(server.connection);
	client.on('error', () => undefined);
	await client.connect();
	try {
		return (await client.query<Record<string, unknown>>(sql)).rows;
	} finally {
		await client.end();
	}
}

/** Runs a few lines in a Node of its own, which then waits; answers its first line of output. */
async function inOwnProcess(lines: string, uid?: number): Promise<{ child: ChildProcess; said: string }> {
	const script = `import { ensureServer, lockApp } from ${JSON.stringify(door)}; setInterval(() => {}, 1000); ${lines}`;
	const as = uid === undefined ? {} : { uid, gid: uid };
	const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
		stdio: ['ignore', 'pipe', 'pipe'],
		cwd: '/',
		...as,
	});
	children.push(child);
	let errors = '';
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	const first = await Promise.race([once(child.stdout, 'data').then(String), once(child, 'close').then(() => '')]);
	if (first === '') throw new Error(`the process ended: ${errors}`);
	return { child, said: first.trim() };
}

async function killed(child: ChildProcess): Promise<void> {
	child.kill('SIGKILL');
	await once(child, 'exit');
}

const refusal = (work: Promise<unknown>): Promise<unknown> =>
	work.then(
		() => 'no refusal',
		(error: unknown) => (error instanceof ServerRefused ? error.code : error),
	);

describe('a data folder with its server', () => {
	let dataDir = '';
	let server: Server;
	beforeAll(async () => {
		dataDir = path.join(folder, 'a');
		server = await ensure(dataDir);
	}, slow);

	test('is created, with a role that has no powers and owns the database', async () => {
		expect(server.how).toBe('created');
		const [role] = await ask(
			server,
			`select current_user as name, rolsuper or rolcreaterole or rolcreatedb or rolbypassrls as powers from pg_roles where rolname = current_user`,
		);
		expect(role).toEqual({ name: 'joussour', powers: false });
		const extensions = await ask(server, `select extname from pg_extension where extname <> 'plpgsql' order by 1`);
		expect(extensions.map(({ extname }) => extname)).toEqual(['btree_gin', 'pg_trgm', 'unaccent']);
		await ask(server, 'create table kept (n int primary key)');
	});

	test('listens on nothing but a private socket, and writes safely', async () => {
		const names = [
			'listen_addresses',
			'fsync',
			'synchronous_commit',
			'full_page_writes',
			'data_checksums',
			'jit',
			'shared_buffers',
			'max_connections',
		];
		const rows = await ask(
			server,
			`select name, current_setting(name) as value from unnest('{${names.join()}}'::text[]) name`,
		);
		expect(Object.fromEntries(rows.map(({ name, value }) => [name, value]))).toEqual({
			listen_addresses: '',
			fsync: 'on',
			synchronous_commit: 'on',
			full_page_writes: 'on',
			data_checksums: 'on',
			jit: 'off',
			shared_buffers: '48MB',
			max_connections: '60',
		});
		expect((await fs.stat(server.connection.host)).mode & 0o777).toBe(0o700);
	});

	test('splits Arabic and Tifinagh text into words', async () => {
		const [row] = await ask(server, `select to_tsvector('simple', 'مجلس الجماعة ⴰⴳⵔⴰⵡ')::text as words`);
		expect(row?.['words']).toBe(`'الجماعة':2 'مجلس':1 'ⴰⴳⵔⴰⵡ':3`);
	});

	test(
		'is attached to when the server already runs, also by two at once',
		async () => {
			const both = await Promise.all([ensure(dataDir), ensure(dataDir)]);
			expect(both.map(({ how, pid }) => [how, pid])).toEqual([
				['attached', server.pid],
				['attached', server.pid],
			]);
		},
		slow,
	);

	test(
		'keeps every acknowledged row when the server is killed in mid-work',
		async () => {
			const client = new pg.Client(server.connection);
			client.on('error', () => undefined);
			await client.connect();
			let acknowledged = 0;
			const writing = (async () => {
				for (;;) {
					await client.query('insert into kept values ($1)', [acknowledged + 1]);
					if (++acknowledged === 100) process.kill(server.pid, 'SIGKILL');
				}
			})();
			await expect(writing).rejects.toThrow();
			server = await ensure(dataDir);
			expect(server.how).toBe('started');
			const [row] = await ask(server, 'select count(*)::int as rows from kept');
			expect(acknowledged).toBeGreaterThanOrEqual(100);
			expect(row?.['rows']).toBeGreaterThanOrEqual(acknowledged);
		},
		slow,
	);

	test(
		'starts although the killed server’s number now belongs to another program',
		async () => {
			await server.stop();
			const stale = [process.pid, server.folder, 1, 5432, server.connection.host, '', '  1234  5678', 'ready   ', ''];
			await fs.writeFile(path.join(server.folder, 'postmaster.pid'), stale.join('\n'));
			server = await ensure(dataDir);
			expect(server.how).toBe('started');
		},
		slow,
	);

	test(
		'outlives a killed application; the next start takes over its server and its lock',
		async () => {
			await server.stop();
			const { child, said } = await inOwnProcess(`
			const lock = lockApp(${JSON.stringify(dataDir)}, { address: 'http://localhost:3000' });
			const server = await ensureServer({ dataDir: ${JSON.stringify(dataDir)} });
			console.log(server.how, server.pid, 'release' in lock);`);
			const [how, pid, locked] = said.split(' ');
			expect([how, locked]).toEqual(['started', 'true']);
			expect(lockApp(dataDir, { address: 'http://localhost:4000' })).toEqual({
				heldBy: { pid: child.pid, address: 'http://localhost:3000' },
			});
			await killed(child);
			server = await ensure(dataDir);
			expect([server.how, String(server.pid)]).toEqual(['attached', pid]);
			const lock = lockApp(dataDir, { address: 'http://localhost:4000' });
			expect(lock).toHaveProperty('release');
			expect(lockApp(dataDir, { address: 'http://localhost:5000' })).toEqual({
				heldBy: { pid: process.pid, address: 'http://localhost:4000' },
			});
			if ('release' in lock) lock.release();
			expect(lockApp(dataDir, { address: 'http://localhost:5000' })).toHaveProperty('release');
		},
		slow,
	);

	test('tells its health, and warns when a newer minor is known', async () => {
		const health = await databaseHealth(server.connection, { newestMinor: () => 99 });
		expect(health).toMatchObject({ version: server.version, checksums: true, behind: `${health.major}.99` });
		expect(health.size).toBeGreaterThan(1_000_000);
		expect((await databaseHealth(server.connection, { newestMinor: () => 0 })).behind).toBeNull();
	});

	test.skipIf(!asRoot)(
		'is refused to an account that does not own it',
		async () => {
			const { said } = await inOwnProcess(
				`await ensureServer({ dataDir: ${JSON.stringify(dataDir)} }).catch((error) => console.log(error.name, error.code));`,
				nobody,
			);
			expect(said).toBe('ServerRefused server.folder_not_ours');
		},
		slow,
	);
});

test(
	'a first start that was cut short is made again, below a long path with Arabic in it',
	async () => {
		const dataDir = path.join(folder, `بيانات ${'x'.repeat(90)}`);
		const rest = path.join(dataDir, 'postgres', 'data.making-0badcafe');
		await fs.mkdir(rest, { recursive: true });
		await fs.writeFile(path.join(rest, 'PG_VERSION'), '18\n');
		const server = await ensure(dataDir);
		expect(server.how).toBe('created');
		expect(await fs.readdir(path.join(dataDir, 'postgres'))).not.toContain('data.making-0badcafe');
		expect(Buffer.byteLength(`${server.connection.host}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107);
		expect((await fs.stat(server.connection.host)).mode & 0o777).toBe(0o700);
		expect(await fs.readFile(path.join(dataDir, 'postgres', 'socket-folder'), 'utf8')).toBe(
			`${server.connection.host}\n`,
		);
		await server.stop();
		await fs.rm(server.connection.host, { recursive: true });
	},
	slow,
);

test.skipIf(!asRoot)(
	'an ordinary account makes and uses its own server',
	async () => {
		const dataDir = path.join(folder, 'own');
		await fs.mkdir(dataDir);
		await fs.chown(dataDir, nobody, nobody);
		const { said } = await inOwnProcess(
			`const server = await ensureServer({ dataDir: ${JSON.stringify(dataDir)} }); await server.stop(); console.log(process.getuid(), server.how);`,
			nobody,
		);
		expect(said).toBe(`${nobody} created`);
		expect((await fs.stat(path.join(dataDir, 'postgres'))).uid).toBe(nobody);
	},
	slow,
);

describe('refused, and left as it was', () => {
	/** A folder that looks like a cluster of ours, with these files. */
	async function lookalike(name: string, files: Record<string, string>): Promise<string> {
		const data = path.join(folder, name, 'postgres', 'data');
		await fs.mkdir(data, { recursive: true });
		for (const [file, text] of Object.entries(files)) await fs.writeFile(path.join(data, file), text);
		if (asRoot) await fs.chown(data, nobody, nobody);
		return data;
	}

	test('a cluster of another major version', async () => {
		const data = await lookalike('old', { PG_VERSION: '14\n', '.ready': '' });
		expect(await refusal(ensureServer({ dataDir: path.join(folder, 'old') }))).toBe('server.version_wrong');
		expect((await fs.readdir(data)).toSorted()).toEqual(['.ready', 'PG_VERSION']);
	});

	test('a folder that Joussour did not make', async () => {
		const data = await lookalike('other', { PG_VERSION: '18\n', precious: 'yes' });
		expect(await refusal(ensureServer({ dataDir: path.join(folder, 'other') }))).toBe('server.folder_unknown');
		expect(await fs.readFile(path.join(data, 'precious'), 'utf8')).toBe('yes');
	});

	test('programs that are not there', async () => {
		const dataDir = path.join(folder, 'none');
		const work = ensureServer({ dataDir, binDir: path.join(folder, 'no-such') });
		await expect(work).rejects.toThrow(/DATABASE_URL/);
		expect(await refusal(ensureServer({ dataDir, binDir: path.join(folder, 'no-such') }))).toBe(
			'server.binaries_missing',
		);
	});
});
