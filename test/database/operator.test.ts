// The command line in an operator's hands: wrong calls, wrong places, a disk that refuses, a database that is not there.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bin } from '#test/app.ts';
import { builders } from '#test/build.ts';
import { testInstallation, type TestInstallation } from '#test/installation.ts';

let folder: string;
let installation: TestInstallation;
let running: Record<string, string>;

interface Said {
	status: number | null;
	out: string;
	err: string;
}

function joussour(args: readonly string[], env: Record<string, string> = {}, input = ''): Promise<Said> {
	return new Promise((resolve) => {
		const child = spawn(bin, args, {
			cwd: folder,
			env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: path.join(folder, 'none'), ...env },
		});
		const said: Said = { status: null, out: '', err: '' };
		child.stdout.on('data', (part: Buffer) => (said.out += String(part)));
		child.stderr.on('data', (part: Buffer) => (said.err += String(part)));
		child.once('close', (status) => resolve({ ...said, status }));
		child.stdin.end(input);
	});
}

beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'joussour-operator-'));
	installation = await testInstallation();
	const build = builders(installation);
	await build.aWork(await build.aSpace({ address: 'tahanaout' }));
	const { host, port } = inject('server');
	const { database } = installation.connection;
	running = { DATABASE_URL: `postgres://joussour@localhost:${port}/${database}?host=${encodeURIComponent(host)}` };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('called wrongly, a command touches nothing and says how to call it', () => {
	test.each([
		[['bakcup', 'x.tar.zst'], /There is no command «bakcup»\. Did you mean backup\?/],
		[['doctor', '--jsn'], /There is no option --jsn\.\nCall it so: joussour doctor/],
		[['backup'], /FILE is missing\.\nCall it so: joussour backup FILE/],
		[['backup', '--out', 'x.tar.zst'], /There is no option --out/],
		[['restore', 'a', 'b'], /«b» is one word too many/],
		[['indicators'], /rebuild is missing/],
		[['indicators', 'recount'], /joussour indicators rebuild/],
		[['report', '--frm', '2026-10-01'], /There is no option --frm/],
		[['report', '--locale'], /--locale needs a value: --locale ar\|fr\|es\|en\|zgh/],
		[['report', '--format', 'docx'], /No such format: docx/],
		[['routes', 'all'], /«all» is one word too many/],
		[['clean-html'], /joussour clean-html --batch/],
		[['import', 'feed', 'x.xml'], /--space ADDRESS/],
	])('%j', async (args, said) => {
		const { status, out, err } = await joussour(args);
		expect([status, out, err]).toEqual([2, '', expect.stringMatching(said)]);
		expect(err).not.toMatch(/\n\s+at /);
		expect((await readdir(folder)).filter((name) => name !== 'none')).toEqual([]);
	});
});

test('every mistake in the settings is said at once, without passwords', async () => {
	const wrong = { PORT: 'x', ORIGIN: 'radio', WORKER: 'yes', SMTP_URL: 'post:geheim@mail', TRUST_PROXY: 'me' };
	for (const command of [['start'], ['report']]) {
		const { status, err } = await joussour(command, wrong);
		expect(status).toBe(1);
		expect(err.split('\n').filter((line) => line.startsWith('  - '))).toHaveLength(5);
		expect(err).toContain('WORKER: must be inline or off');
		expect(err).not.toMatch(/\n\s+at /);
	}
});

test('a DATA_DIR typed wrongly is not taken for a new installation', async () => {
	for (const args of [
		['backup', 'b.tar.zst'],
		['report'],
		['indicators', 'rebuild'],
		['import', 'feed', 'x.xml', '--space', 'x'],
	]) {
		const { status, err } = await joussour(args);
		expect([args, status, err]).toEqual([args, 1, expect.stringContaining('There is no installation in')]);
	}
	const missing = await joussour(['restore', 'gone.tar.zst']);
	expect([missing.status, missing.err]).toEqual([1, 'gone.tar.zst: there is no such file or folder.\n']);
	expect(existsSync(path.join(folder, 'none'))).toBe(false);
});

test('a database that cannot be used is named with the reason', async () => {
	const { host, port } = inject('server');
	const cases = [
		['postgres://u:p@127.0.0.1:1/x', ['backup', 'd.tar.zst'], /nothing listens there/],
		[`postgres://joussour@localhost:${port}/not_there?host=${encodeURIComponent(host)}`, ['report'], /does not exist/],
		['postgres://u:p@nowhere.invalid/x', ['migrate'], /host name/],
	] as const;
	await Promise.all(
		cases.map(async ([url, args, why]) => {
			const { status, err } = await joussour(args, { DATABASE_URL: url });
			expect([url, status, err]).toEqual([url, 1, expect.stringMatching(why)]);
			expect(err.trim().split('\n')).toHaveLength(1);
		}),
	);
	expect(await readdir(folder)).not.toContain('d.tar.zst');
});

describe('a disk that refuses', () => {
	test.each([
		[['report', '--out', 'no/such/folder/r.csv'], 'no/such/folder/r.csv: there is no such file or folder.'],
		[['report', '--out', '.'], '.: this is a folder, not a file.'],
		[['report', '--out', '/dev/full'], 'The disk is full. Make room and try again.'],
		[['backup', 'no/such/b.tar.zst'], 'there is no such file or folder.'],
		[['backup', '.'], 'is already there. Choose another name.'],
		[['import', 'feed', 'gone.xml', '--space', 'tahanaout'], 'gone.xml: there is no such file or folder.'],
		[['import', 'feed', '.', '--space', 'tahanaout'], '.: this is a folder, not a file.'],
	])('%j: %s', async (args, said) => {
		const { status, err } = await joussour(args, running);
		expect([status, err]).toEqual([1, expect.stringContaining(`${said}\n`)]);
		expect(err.trim().split('\n')).toHaveLength(1);
	});

	test('because this user may not write there is said, and by the doctor before', async () => {
		// Whoever runs the tests as root may write everywhere: there is nothing to see then.
		if (process.getuid?.() === 0) return;
		const closed = path.join(folder, 'closed');
		await mkdtemp(`${closed}-`);
		await chmod(closed, 0o500);
		expect((await joussour(['doctor'], { DATA_DIR: closed })).out).toMatch(/bad {3}Data: this user may not write/);
	});
});

test('an imported feed names each entry that failed, and each that lacks its date or its picture', async () => {
	const item = (id: string, more: string) =>
		`<item><title>Crue ${id}</title><guid>${id}</guid><link>https://oued.example/${id}</link>${more}</item>`;
	const items = [
		item('un', '<pubDate>hier soir</pubDate>'),
		item('deux', '<enclosure url="http://127.0.0.1:9/crue.png" type="image/png"/>'),
		'<item/>',
	];
	await writeFile(
		path.join(folder, 'oued.xml'),
		`<rss version="2.0"><channel><title>Oued</title>${items.join('')}</channel></rss>`,
	);
	const { status, err, out } = await joussour(['import', 'feed', 'oued.xml', '--space', 'tahanaout'], running);
	expect([status, err]).toEqual([0, '']);
	expect(out.trim().split('\n')).toEqual([
		'Oued: 2 added, 0 already there, 1 failed.',
		expect.stringMatching(/^ {2}item 3: /),
		'  warning, «Crue un»: Its date, “hier soir”, cannot be read: the item came in without it.',
		expect.stringMatching(/^ {2}warning, «Crue deux»: picture http:\/\/127\.0\.0\.1:9\/crue\.png stays a link: /),
	]);
});

test('what goes well says so in one line, beside a running database', async () => {
	const made = await joussour(['backup', 'good.tar.zst'], running);
	expect([made.status, made.err, made.out]).toEqual([
		0,
		'',
		expect.stringMatching(/^good\.tar\.zst: \d+ rows in \d+ tables, \d+ files\.\n$/),
	]);
	const again = await joussour(['backup', 'good.tar.zst'], running);
	expect([again.status, again.err]).toEqual([1, expect.stringContaining('is already there. Choose another name.')]);
	const full = await joussour(['restore', 'good.tar.zst'], running);
	expect([full.status, full.err.trim().split('\n').length]).toEqual([1, 1]);
	await writeFile(path.join(folder, 'cut.tar.zst'), Buffer.alloc(400));
	expect((await joussour(['restore', 'cut.tar.zst'], running)).err).toMatch(/damaged or cut short/);
	expect((await joussour(['indicators', 'rebuild'], running)).out).toMatch(/^Counted afresh from \d+ facts\.\n$/);
	expect((await joussour(['report', '--space', 'tahanout'], running)).err).toMatch(/There are: .*tahanaout/);
	const routes = JSON.parse((await joussour(['routes', '--json'])).out) as {
		routes: { who: unknown }[];
		api: unknown[];
	};
	expect(routes.routes.every(({ who }) => who !== null)).toBe(true);
	const lines = await joussour(['clean-html', '--batch'], {}, '"<b onclick=x>é</b>"\nnope\n\n["a"]\n');
	expect(
		lines.out
			.split('\n')
			.slice(0, 3)
			.map((line) => JSON.parse(line) as unknown),
	).toEqual(['<strong>é</strong>', { error: 'This line is not JSON.' }, { error: 'This line is not a JSON string.' }]);
});
